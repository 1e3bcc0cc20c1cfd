package org.vitrine.bridge.jna;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Map;

/** Loads the library at the first touch; where there is none, that touch is a LinkageError. */
public final class NativeLibvirt {

  /** The encoding is stated: else names depend on the locale that the app was started under. */
  public static final LibvirtExtra LIBVIRT =
      Native.load(
          Platform.isWindows() ? "virt-0" : "virt",
          LibvirtExtra.class,
          Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));

  private NativeLibvirt() {}
}
