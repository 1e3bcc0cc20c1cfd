package org.vitrine.model.problem;

/** Carries a {@link Problem} up to the place that shows it. */
public final class ProblemException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.cause() + " " + problem.subject() + " " + problem.raw().text());
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable why) {
    super(problem.cause() + " " + problem.subject() + " " + problem.raw().text(), why);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
