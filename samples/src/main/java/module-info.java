/** Small complete host programs and scripts. */
module dev.moonbeam.samples {
  requires dev.moonbeam.engine;
}
