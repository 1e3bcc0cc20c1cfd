package org.vitrine.bridge.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.plan.Setup;

/**
 * The NoCloud seed of cloud-init, and the same for Ubuntu's installer. No network-config: the
 * images know best how they get an address.
 */
final class CloudSeed {

  private CloudSeed() {}

  static List<Setup.AnswerFile> files(Filling filling, String identity) {
    return List.of(
        new Setup.AnswerFile("user-data", "#cloud-config\n" + Yaml.of(userData(filling))),
        metaData(filling, identity));
  }

  static List<Setup.AnswerFile> installer(Filling filling, String identity) {
    return List.of(
        new Setup.AnswerFile(
            "user-data", "#cloud-config\n" + Yaml.of(Map.of("autoinstall", autoinstall(filling)))),
        metaData(filling, identity));
  }

  private static Setup.AnswerFile metaData(Filling filling, String identity) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("instance-id", identity);
    meta.put("local-hostname", filling.answers().hostname());
    return new Setup.AnswerFile("meta-data", Yaml.of(meta));
  }

  private static Map<String, Object> userData(Filling filling) {
    Answers answers = filling.answers();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("hostname", filling.shortHostname());
    if (!filling.domain().isEmpty()) {
      data.put("fqdn", answers.hostname());
    }
    data.put("manage_etc_hosts", true);
    data.put("users", List.of(user(filling)));
    data.put("ssh_pwauth", hasPassword(filling));
    data.put("disable_root", !filling.rootSignsIn());
    if (filling.rootSignsIn()) {
      Map<String, Object> passwords = new LinkedHashMap<>();
      passwords.put("expire", false);
      passwords.put("list", List.of("root:" + filling.adminHash()));
      data.put("chpasswd", passwords);
    }
    data.put("locale", filling.locale());
    data.put("keyboard", keyboard(filling));
    data.put("timezone", answers.timeZone());
    if (!answers.packages().isEmpty()) {
      data.put("package_update", true);
      data.put("packages", answers.packages());
    }
    if (!answers.commands().isEmpty()) {
      List<Object> commands = new ArrayList<>();
      answers.commands().forEach(command -> commands.add(List.of("sh", "-c", command)));
      data.put("runcmd", commands);
    }
    return data;
  }

  private static boolean hasPassword(Filling filling) {
    return !filling.userHash().equals(Filling.NO_PASSWORD);
  }

  private static Map<String, Object> user(Filling filling) {
    Answers answers = filling.answers();
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("name", answers.user());
    user.put("gecos", filling.fullName());
    user.put("shell", "/bin/bash");
    // who comes in by key alone has no password to act as root with
    user.put("sudo", hasPassword(filling) ? "ALL=(ALL:ALL) ALL" : "ALL=(ALL:ALL) NOPASSWD:ALL");
    user.put("lock_passwd", !hasPassword(filling));
    if (hasPassword(filling)) {
      user.put("passwd", filling.userHash());
    }
    if (!answers.sshKeys().isEmpty()) {
      user.put("ssh_authorized_keys", answers.sshKeys());
    }
    return user;
  }

  private static Map<String, Object> keyboard(Filling filling) {
    Map<String, Object> keyboard = new LinkedHashMap<>();
    keyboard.put("layout", filling.layout());
    if (!filling.variant().isEmpty()) {
      keyboard.put("variant", filling.variant());
    }
    return keyboard;
  }

  private static Map<String, Object> autoinstall(Filling filling) {
    Answers answers = filling.answers();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("version", 1);
    data.put("locale", filling.locale());
    data.put("keyboard", keyboard(filling));
    data.put("timezone", answers.timeZone());
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("realname", filling.fullName());
    identity.put("username", answers.user());
    identity.put("hostname", filling.shortHostname());
    identity.put("password", filling.userHash());
    data.put("identity", identity);
    Map<String, Object> ssh = new LinkedHashMap<>();
    ssh.put("install-server", !answers.sshKeys().isEmpty());
    ssh.put("authorized-keys", answers.sshKeys());
    ssh.put("allow-pw", hasPassword(filling));
    data.put("ssh", ssh);
    if (!answers.packages().isEmpty()) {
      data.put("packages", answers.packages());
    }
    List<Object> late = new ArrayList<>();
    if (filling.rootSignsIn()) {
      late.add(inTarget("usermod", "-p", filling.adminHash(), "root"));
    }
    answers.commands().forEach(command -> late.add(inTarget("sh", "-c", command)));
    if (!late.isEmpty()) {
      data.put("late-commands", late);
    }
    return data;
  }

  private static List<String> inTarget(String... words) {
    List<String> command = new ArrayList<>(List.of("curtin", "in-target", "--"));
    command.addAll(List.of(words));
    return command;
  }
}
