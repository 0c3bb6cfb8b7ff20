package dev.parley.cli.sealed;

/// A list or a text does not hold.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String problem;

  Refused(String problem) {
    super(problem);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
