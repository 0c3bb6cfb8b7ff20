package dev.parley.cli.sealed;

/// A sealed text is not believed, or cannot be opened.
public final class UnopenedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /// Makes one.
  ///
  /// @param problem why
  public UnopenedException(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  /// {@return why}
  public Problem problem() {
    return problem;
  }
}
