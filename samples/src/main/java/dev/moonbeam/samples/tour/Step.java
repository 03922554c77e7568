package dev.moonbeam.samples.tour;

/** One part of the tour. */
interface Step {
  String title();

  void run(Printer out) throws Exception;
}
