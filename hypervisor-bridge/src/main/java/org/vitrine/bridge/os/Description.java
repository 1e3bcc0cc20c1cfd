package org.vitrine.bridge.os;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the catalogue's files say of one system, before anything is inherited. Filled while reading,
 * by one thread, and only read afterwards.
 */
final class Description {

  final String id;
  final List<String> shortIds = new ArrayList<>(2);
  String name = "";
  String version = "";
  String vendor = "";
  String family = "";
  String distro = "";
  String codename = "";
  String released = "";
  String ended = "";
  String status = "";
  String kernelUrlArgument = "";
  String cloudUser = "";

  /** Ids of those it inherits from: what it derives from, then what it clones. */
  final List<String> parents = new ArrayList<>(1);

  /** False where it has no driver although a parent has. */
  final Map<String, Boolean> devices = new LinkedHashMap<>();

  final List<Wants> wants = new ArrayList<>(2);
  final List<Firmware> firmware = new ArrayList<>(0);
  final List<MediaRule> media = new ArrayList<>();
  final List<TreeRule> trees = new ArrayList<>();
  final List<CloudImage> images = new ArrayList<>();
  final List<String> scripts = new ArrayList<>();

  Description(String id) {
    this.id = id;
  }

  /** Adds what another file says of the same system; a later word on one thing counts. */
  void add(Description other) {
    for (String shortId : other.shortIds) {
      if (!shortIds.contains(shortId)) {
        shortIds.add(shortId);
      }
    }
    name = later(name, other.name);
    version = later(version, other.version);
    vendor = later(vendor, other.vendor);
    family = later(family, other.family);
    distro = later(distro, other.distro);
    codename = later(codename, other.codename);
    released = later(released, other.released);
    ended = later(ended, other.ended);
    status = later(status, other.status);
    kernelUrlArgument = later(kernelUrlArgument, other.kernelUrlArgument);
    cloudUser = later(cloudUser, other.cloudUser);
    parents.addAll(other.parents);
    devices.putAll(other.devices);
    wants.addAll(other.wants);
    firmware.addAll(other.firmware);
    media.addAll(other.media);
    trees.addAll(other.trees);
    images.addAll(other.images);
    scripts.addAll(other.scripts);
  }

  private static String later(String before, String after) {
    return after.isEmpty() ? before : after;
  }

  enum Level {
    MINIMUM,
    RECOMMENDED,
    MAXIMUM,
    NETWORK_INSTALL
  }

  /**
   * What a system wants of a machine; -1 where nothing is said.
   *
   * @param inherits whether what is not said is what a parent says
   */
  record Wants(String arch, Level level, boolean inherits, long cpus, long memory, long storage) {}

  record Firmware(String arch, String type, boolean supported) {}

  /** An image its makers offer, by the address they have it at. */
  record CloudImage(String arch, String format, boolean cloudInit, String url) {}
}
