package org.vitrine.model.plan;

/**
 * How the first start of a new machine differs from all later ones.
 *
 * @param differs whether it has its own definition; without one it starts as it stays
 * @param endsAtReboot whether the machine goes off where the guest restarts, and is to be started
 *     again as it stays: the emulator would start an installer's kernel for ever
 */
public record FirstStart(boolean differs, boolean endsAtReboot) {

  public static FirstStart of(NewMachinePlan plan) {
    boolean kernelOnce = plan.boot().kernel().isPresent() && plan.boot().kernelOnce();
    boolean answers = plan.setup() instanceof Setup.Automatic;
    return new FirstStart(kernelOnce || answers, kernelOnce);
  }
}
