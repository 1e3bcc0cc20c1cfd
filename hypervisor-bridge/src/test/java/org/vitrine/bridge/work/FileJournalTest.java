package org.vitrine.bridge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.model.operation.Account;
import org.vitrine.model.operation.Deed;
import org.vitrine.model.operation.Journal;
import org.vitrine.model.operation.Trace;

/** What is written of an operation, and what of it is read again. */
class FileJournalTest {

  @TempDir Path folder;

  private static final Account ACCOUNT =
      new Account(
          "create",
          "ünï \n☃",
          "qemu:///session",
          List.of(new Deed.MakeFolder("/a"), new Deed.Define(new UUID(1, 2), "web", "<domain/>")));

  private Journal journal() {
    return new FileJournal(folder.resolve("operations"));
  }

  private Path file() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("operations"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void whatWasNotEndedIsFoundAgainAsFarAsItCame() throws Exception {
    Journal.Log log = journal().open(ACCOUNT);
    log.note(0, Trace.Mark.BEGUN, "");
    log.note(0, Trace.Mark.DONE, "/made");
    log.note(1, Trace.Mark.BEGUN, "");
    Journal.Left left = journal().left().getFirst();
    assertEquals(ACCOUNT, left.account());
    assertEquals(
        List.of(new Trace(Trace.Mark.DONE, "/made"), new Trace(Trace.Mark.BEGUN, "")),
        left.traces());

    Journal.Log taken = journal().takeUp(left);
    taken.note(1, Trace.Mark.UNDONE, "");
    assertEquals(
        Trace.Mark.UNDONE, journal().left().getFirst().traces().get(1).mark(), "it is written on");
    taken.end();
    assertEquals(List.of(), journal().left());
  }

  @Test
  void nobodyElseMayReadIt() throws Exception {
    journal().open(ACCOUNT);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("operations"))));
  }

  @Test
  void recordThatWasCutOffIsAsIfItHadNotBeenWritten() throws Exception {
    Journal.Log log = journal().open(ACCOUNT);
    log.note(0, Trace.Mark.BEGUN, "");
    byte[] before = Files.readAllBytes(file());
    log.note(0, Trace.Mark.DONE, "torn");
    byte[] whole = Files.readAllBytes(file());
    for (int length = before.length; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      Journal.Left left = journal().left().getFirst();
      assertEquals(Trace.Mark.BEGUN, left.traces().getFirst().mark(), "cut at " + length);
      // and what is written next is not lost behind the torn end
      journal().takeUp(left).note(0, Trace.Mark.MADE, "next");
      assertEquals("next", journal().left().getFirst().traces().getFirst().made());
    }
  }

  @Test
  void noBytesMakeItThrow() throws Exception {
    Journal.Log log = journal().open(ACCOUNT);
    log.note(0, Trace.Mark.DONE, "x");
    byte[] good = Files.readAllBytes(file());
    Path file = file();
    Random random = new Random(11);
    for (int round = 0; round < 1000; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i < 4; i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      Files.write(file, Arrays.copyOf(bad, random.nextInt(bad.length + 1)));
      assertTrue(journal().left().size() <= 1);
    }
  }

  @Test
  void noFolderMeansNoOperations() {
    assertEquals(List.of(), journal().left());
  }
}
