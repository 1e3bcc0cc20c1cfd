package org.vitrine.model.operation;

/** Whether somebody wants an operation to stop. */
public interface Cancel {

  /** Nobody does. */
  Cancel NEVER =
      new Cancel() {
        @Override
        public boolean isAsked() {
          return false;
        }

        @Override
        public void onAsk(Runnable stop) {
          // nobody asks
        }
      };

  boolean isAsked();

  /** Runs this as soon as it is asked for; at once where it was already. The last one counts. */
  void onAsk(Runnable stop);
}
