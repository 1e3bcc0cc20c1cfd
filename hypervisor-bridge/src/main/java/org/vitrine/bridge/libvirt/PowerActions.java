package org.vitrine.bridge.libvirt;

import org.libvirt.jna.DomainPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;

/** Carries out what a user may do to a machine's power. */
final class PowerActions {

  private static final int START_PAUSED = 1;
  private static final int START_FORCE_BOOT = 1 << 4;

  private PowerActions() {}

  static void perform(LibvirtExtra libvirt, DomainHandle handle, Action action)
      throws ProblemException {
    DomainPointer domain = handle.pointer();
    int result =
        switch (action) {
          case START, RESTORE -> libvirt.virDomainCreateWithFlags(domain, 0);
          case START_PAUSED -> libvirt.virDomainCreateWithFlags(domain, START_PAUSED);
          case START_FRESH -> startFresh(libvirt, domain);
          case PAUSE -> libvirt.virDomainSuspend(domain);
          case RESUME -> libvirt.virDomainResume(domain);
          case SHUT_DOWN -> libvirt.virDomainShutdown(domain);
          case REBOOT -> libvirt.virDomainReboot(domain, 0);
          case RESET -> libvirt.virDomainReset(domain, 0);
          case FORCE_OFF -> libvirt.virDomainDestroy(domain);
          case SAVE -> libvirt.virDomainManagedSave(domain, 0);
          case AUTOSTART_ON -> libvirt.virDomainSetAutostart(domain, 1);
          case AUTOSTART_OFF -> libvirt.virDomainSetAutostart(domain, 0);
        };
    if (result < 0) {
      Told told = Told.last(libvirt);
      throw new ProblemException(
          isStart(action)
              ? ProblemOf.starting(told, handle.name())
              : ProblemOf.of(told, handle.name()));
    }
  }

  /** In one step where the driver has it; else the saved state goes first. */
  private static int startFresh(LibvirtExtra libvirt, DomainPointer domain) {
    int result = libvirt.virDomainCreateWithFlags(domain, START_FORCE_BOOT);
    if (result < 0 && libvirt.virGetLastErrorCode() == Code.INVALID_ARG) {
      libvirt.virResetLastError();
      result = libvirt.virDomainManagedSaveRemove(domain, 0);
      return result < 0 ? result : libvirt.virDomainCreateWithFlags(domain, 0);
    }
    return result;
  }

  private static boolean isStart(Action action) {
    return action == Action.START
        || action == Action.START_PAUSED
        || action == Action.START_FRESH
        || action == Action.RESTORE;
  }
}
