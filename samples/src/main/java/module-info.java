/** Small complete host programs and scripts. */
module dev.moonbeam.samples {
  requires static org.jspecify;
  requires dev.moonbeam.engine;

  exports dev.moonbeam.samples;
  exports dev.moonbeam.samples.tour;

  provides dev.moonbeam.cli.Command with
      dev.moonbeam.samples.tour.Tour;
}
