package org.vitrine.app.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks one kind of question off the window's thread. Only the answer to the newest question
 * arrives: a slow answer about what was chosen before never lands on what is chosen now. Lives on
 * the window's thread.
 */
public final class Newest {

  private final Executor elsewhere;
  private long asked;

  public Newest(Executor elsewhere) {
    this.elsewhere = elsewhere;
  }

  /**
   * Asks.
   *
   * @param work may block
   * @param answer told on the window's thread, unless something newer was asked meanwhile
   */
  public <T> void ask(Supplier<T> work, Consumer<T> answer) {
    follow(CompletableFuture.supplyAsync(work, elsewhere), answer, failure -> {});
  }

  /** The same for a question that is under way already. */
  public <T> void follow(
      CompletableFuture<T> answering, Consumer<T> answer, Consumer<Throwable> failed) {
    FxThread.assertHere();
    long mine = ++asked;
    var _ =
        answering.whenComplete(
            (value, failure) ->
                FxThread.later(
                    () -> {
                      if (mine != asked) {
                        return;
                      }
                      if (failure == null) {
                        answer.accept(value);
                      } else {
                        failed.accept(failure);
                      }
                    }));
  }

  /** Whatever is under way is no longer wanted. */
  public void forget() {
    asked++;
  }
}
