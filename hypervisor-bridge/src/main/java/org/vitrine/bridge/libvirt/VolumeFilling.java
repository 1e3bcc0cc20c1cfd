package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.SizeT;
import org.libvirt.jna.StreamPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Sends a file of this computer into a volume of a host. */
final class VolumeFilling {

  /** The most that libvirt takes in one message. */
  private static final int CHUNK = 262_120;

  private VolumeFilling() {}

  static boolean send(
      LibvirtExtra libvirt,
      ConnectionPointer connection,
      Pointer volume,
      Path file,
      BiConsumer<ByteSize, ByteSize> progress,
      Cancel cancel)
      throws ProblemException {
    StreamPointer stream = libvirt.virStreamNew(connection, 0);
    if (stream == null) {
      throw ProblemOf.failure(libvirt, file.toString());
    }
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long total = in.size();
      if (libvirt.virStorageVolUpload(volume, stream, 0, total, 0) < 0) {
        throw ProblemOf.failure(libvirt, file.toString());
      }
      try {
        send(libvirt, stream, in, total, progress, cancel);
      } catch (ProblemException | IOException failure) {
        libvirt.virStreamAbort(stream);
        throw failure;
      }
      if (libvirt.virStreamFinish(stream) < 0) {
        throw ProblemOf.failure(libvirt, file.toString());
      }
      return true;
    } catch (IOException failure) {
      throw new ProblemException(
          new Problem(
              Cause.DISK_DAMAGED,
              file.toString(),
              file.toString(),
              new Problem.Raw(0, 0, failure.toString())),
          failure);
    } finally {
      libvirt.virStreamFree(stream);
    }
  }

  private static void send(
      LibvirtExtra libvirt,
      StreamPointer stream,
      FileChannel in,
      long total,
      BiConsumer<ByteSize, ByteSize> progress,
      Cancel cancel)
      throws ProblemException, IOException {
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
    long sent = 0;
    while (in.read(chunk.clear()) >= 0) {
      chunk.flip();
      while (chunk.hasRemaining()) {
        if (cancel.isAsked()) {
          throw new ProblemException(Problem.of(Cause.CANCELLED, ""));
        }
        int taken = libvirt.virStreamSend(stream, chunk.slice(), new SizeT(chunk.remaining()));
        if (taken < 0) {
          throw ProblemOf.failure(libvirt, "");
        }
        chunk.position(chunk.position() + taken);
        sent += taken;
      }
      progress.accept(new ByteSize(sent), new ByteSize(total));
    }
  }
}
