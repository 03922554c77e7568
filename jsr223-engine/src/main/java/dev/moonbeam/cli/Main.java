package dev.moonbeam.cli;

/** The program {@code moonbeam}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int status = new CommandLine(System.in, System.out, System.err).run(arguments);
    System.out.flush();
    // Not a return: what scripts have left running ends with the program.
    System.exit(status);
  }
}
