package org.vitrine.bridge.libvirt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.SizeT;
import org.libvirt.jna.StreamPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.port.ScreenPicture;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Pictures of what guests show. */
final class Screens {

  /** libvirt never sends more at once. */
  private static final int CHUNK = 256 << 10;

  private Screens() {}

  static ScreenPicture read(LibvirtExtra libvirt, ConnectionPointer connection, DomainHandle domain)
      throws ProblemException {
    StreamPointer stream = libvirt.virStreamNew(connection, 0);
    if (stream == null) {
      throw ProblemOf.failure(libvirt, domain.name());
    }
    try {
      CString type = libvirt.virDomainScreenshot(domain.pointer(), stream, 0, 0);
      if (type == null) {
        throw ProblemOf.failure(libvirt, domain.name());
      }
      return new ScreenPicture(type.toString(), drain(libvirt, stream, domain.name()));
    } finally {
      libvirt.virStreamFree(stream);
    }
  }

  private static ByteBuffer drain(LibvirtExtra libvirt, StreamPointer stream, String machine)
      throws ProblemException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(CHUNK);
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
    byte[] copy = new byte[CHUNK];
    while (true) {
      int got = libvirt.virStreamRecv(stream, chunk, new SizeT(CHUNK));
      if (got == 0) {
        break;
      }
      if (got < 0 || all.size() + got > ScreenPicture.MOST_BYTES) {
        ProblemException failure =
            got < 0
                ? ProblemOf.failure(libvirt, machine)
                : new ProblemException(Problem.of(Cause.UNEXPECTED, machine, "picture"));
        libvirt.virStreamAbort(stream);
        throw failure;
      }
      chunk.get(0, copy, 0, got);
      all.write(copy, 0, got);
    }
    if (libvirt.virStreamFinish(stream) < 0) {
      throw ProblemOf.failure(libvirt, machine);
    }
    return ByteBuffer.wrap(all.toByteArray());
  }
}
