package org.vitrine.bridge.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;

/** By what a file is known again, whatever its name, and known to have been changed. */
record FileIdentity(long device, long inode, long size, FileTime changed, FileTime status) {

  static FileIdentity of(Path file) throws IOException {
    Map<String, Object> facts =
        Files.readAttributes(file, "unix:dev,ino,size,lastModifiedTime,ctime");
    return new FileIdentity(
        number(facts, "dev"),
        number(facts, "ino"),
        number(facts, "size"),
        time(facts, "lastModifiedTime"),
        time(facts, "ctime"));
  }

  private static long number(Map<String, Object> facts, String name) {
    return facts.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static FileTime time(Map<String, Object> facts, String name) {
    return facts.get(name) instanceof FileTime time ? time : FileTime.fromMillis(0);
  }

  /** Without the time at which its rights or name changed, which say nothing of its content. */
  String key() {
    return String.format(
        Locale.ROOT,
        "%x-%x-%x-%s",
        device,
        inode,
        size,
        changed.toInstant().toString().replace(':', '.'));
  }
}
