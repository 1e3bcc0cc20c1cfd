package org.vitrine.bridge.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.os.OsinfoFolders;
import org.vitrine.bridge.testing.XmlTree;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.AnswerWay.Carried;
import org.vitrine.model.answer.AnswerWay.Format;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.AnswerWriter;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Whatever is answered comes back unchanged when the generated file is read as its reader does. */
class AnswerFilesTest {

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl it's \"me\"";
  private static final String PASSWORD = "a:b $HOME `id` 'q' \"d\" \\ %x <&> #";
  private static final String ROOT_PASSWORD = "'; rm -rf / #";
  private static final String FULL_NAME = "Ada \"Q\" O'Hara <x> & $HOME `id` Ω";
  private static final String COMMAND = "echo 'a' \"$HOME\" \\ <&> %end ]]> # |";

  private final OsinfoFolders folders =
      OsinfoFolders.of(System.getenv(), Path.of(System.getProperty("user.home", "/")));
  private final OsinfoAnswers writer =
      new OsinfoAnswers(folders, new SystemAnswers(Path.of("/etc"), java.util.Map.of(), "ada"));
  private final OsinfoCatalogue catalogue = OsinfoCatalogue.ofThisComputer();
  private final ObjectMapper json = new ObjectMapper();

  @TempDir private Path temp;

  private static Answers hostile(Answers.Administrator administrator) {
    return new Answers(
        FULL_NAME,
        "ada",
        Secret.of(PASSWORD),
        administrator,
        "engine.example.org",
        "de_CH",
        "de(nodeadkeys)",
        "Europe/Zurich",
        List.of("vim", "g++"),
        List.of(KEY),
        "",
        List.of(COMMAND, "echo second"));
  }

  private static Answers ownRoot() {
    return hostile(new Answers.Administrator.Own(Secret.of(ROOT_PASSWORD)));
  }

  private static Answers forWindows(Answers answers) {
    return answers.withHostname("engine");
  }

  private static MediaReading medium(MediaReading.Kind kind, String kernel) {
    return new MediaReading(
        "/srv/x.iso",
        kind,
        Optional.empty(),
        true,
        false,
        "X",
        ByteSize.mib(600),
        "",
        "",
        kernel.isEmpty()
            ? Optional.empty()
            : Optional.of(new MediaReading.KernelOnMedia(kernel, "/initrd.gz")),
        List.of());
  }

  private OperatingSystem os(String id) {
    return catalogue.find(id).orElseThrow();
  }

  private AnswerSet written(String os, Format format, Carried carried, Answers answers)
      throws ProblemException {
    return written(os, format, carried, answers, false);
  }

  private AnswerSet written(
      String os, Format format, Carried carried, Answers answers, boolean uefi)
      throws ProblemException {
    MediaReading medium = medium(MediaReading.Kind.ISO, "/install.amd/vmlinuz");
    AnswerWay way =
        writer.ways(Optional.of(os(os)), medium).stream()
            .filter(one -> one.format() == format && one.carried() == carried)
            .findFirst()
            .orElseThrow();
    return writer.write(
        way,
        new AnswerWriter.Target(Optional.of(os(os)), medium, DiskPlan.Bus.VIRTIO, uefi, "i-1"),
        answers);
  }

  private static String content(AnswerSet set, String name) {
    return set.files().stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow()
        .content();
  }

  private static void assertHashOf(String password, String hash) throws Exception {
    assertTrue(hash.matches("\\$6\\$[./0-9A-Za-z]{16}\\$[./0-9A-Za-z]{86}"), hash);
    assertEquals(Sha512CryptTest.openssl(password, hash.substring(3, 19)), hash);
  }

  /** As the Debian installer reads it: the last line of a question counts. */
  private static String preseeded(String file, String question) {
    String value = "";
    for (String line : Preseed.joined(file)) {
      if (line.matches("\\S+ " + question + " .*")) {
        value = line.replaceFirst("^\\S+ \\S+ \\S+ ?", "");
      }
    }
    return value;
  }

  @ParameterizedTest
  @ValueSource(strings = {"debian11", "ubuntu18.04"})
  void preseedHoldsEveryAnswer(String os) throws Exception {
    AnswerSet set = written(os, Format.PRESEED, Carried.INITRD, ownRoot());
    String file = content(set, "preseed.cfg");
    assertHashOf(PASSWORD, preseeded(file, "passwd/user-password-crypted"));
    assertHashOf(ROOT_PASSWORD, preseeded(file, "passwd/root-password-crypted"));
    assertEquals("true", preseeded(file, "passwd/root-login"));
    assertEquals(FULL_NAME, preseeded(file, "passwd/user-fullname"));
    assertEquals("ada", preseeded(file, "passwd/username"));
    assertEquals("engine", preseeded(file, "netcfg/get_hostname"));
    assertEquals("Europe/Zurich", preseeded(file, "time/zone"));
    assertEquals("/dev/vda", preseeded(file, "grub-installer/bootdev"));
    assertTrue(
        List.of(preseeded(file, "pkgsel/include").split(" ")).containsAll(List.of("vim", "g++")));
    assertEquals(1, Preseed.joined(file).stream().filter(l -> l.contains("late_command")).count());
    assertTrue(
        preseeded(file, "preseed/late_command").contains("in-target sh /root/vitrine-setup.sh"));
    assertSetupDoes(content(set, "vitrine-setup.sh"));
    assertNoPassword(set);
    assertTrue(
        set.kernelArguments().contains("xkb-keymap=de") || os.startsWith("ubuntu"),
        set.kernelArguments());
  }

  @Test
  void rootStaysLockedWhereOnlyTheUserSignsIn() throws Exception {
    Answers answers = hostile(new Answers.Administrator.UserOnly());
    String preseed =
        content(written("debian11", Format.PRESEED, Carried.INITRD, answers), "preseed.cfg");
    assertEquals("false", preseeded(preseed, "passwd/root-login"));
    assertFalse(preseed.contains("root-password"), preseed);
    String kickstart =
        content(written("fedora37", Format.KICKSTART, Carried.SEED_CD, answers), "ks.cfg");
    assertTrue(kickstart.contains("\nrootpw --lock\n"), kickstart);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fedora37", "fedora20", "rhel9.0", "centos7.0", "silverblue37"})
  void kickstartHoldsEveryAnswer(String os) throws Exception {
    AnswerSet set = written(os, Format.KICKSTART, Carried.INITRD, ownRoot());
    String file = set.files().getFirst().content();
    List<String> lines = file.lines().toList();
    String root = lines.stream().filter(l -> l.startsWith("rootpw ")).findFirst().orElseThrow();
    assertHashOf(ROOT_PASSWORD, root.replace("rootpw --iscrypted ", ""));
    List<String> users = lines.stream().filter(l -> l.startsWith("user ")).toList();
    assertEquals(1, users.size(), file);
    assertHashOf(PASSWORD, users.getFirst().replaceFirst(".*--password=", ""));
    assertFalse(file.contains("passwd --stdin"), file);
    assertFalse(file.contains("useradd"), file);
    if (!os.startsWith("silverblue")) {
      assertTrue(lines.indexOf("g++") > lines.indexOf("%packages"), file);
    }
    assertEquals(
        lines.stream().filter(l -> l.startsWith("%p")).count(),
        lines.stream().filter("%end"::equals).count(),
        file);
    assertSetupDoes(post(file));
    assertNoPassword(set);
    assertTrue(set.kernelArguments().contains("ks=file:/"), set.kernelArguments());
  }

  /** The last of the scripts, which is ours. */
  private static String post(String kickstart) {
    String last = kickstart.substring(kickstart.lastIndexOf("\n%post\n") + 7);
    return last.substring(0, last.lastIndexOf("%end"));
  }

  @Test
  void redHatsInstallerFindsItsFileOnALabelledCd() throws Exception {
    AnswerSet set = written("fedora37", Format.KICKSTART, Carried.SEED_CD, ownRoot());
    assertEquals("OEMDRV", set.label());
    assertEquals("ks.cfg", set.files().getFirst().name());
    assertEquals(
        new Setup.Carrier.SeedCd("/srv/a.iso", "OEMDRV", DiskPlan.Bus.SATA),
        set.setup("/srv/a.iso", "").carrier());
  }

  @Test
  void autoYastHoldsEveryAnswer() throws Exception {
    AnswerSet set = written("opensuse15.4", Format.AUTOYAST, Carried.INITRD, ownRoot());
    XmlTree root = XmlTree.read(content(set, "autoinst.xml"));
    List<XmlTree> users = all(root, "user");
    assertEquals(2, users.size());
    assertHashOf(ROOT_PASSWORD, only(users.get(0), "user_password").text());
    assertHashOf(PASSWORD, only(users.get(1), "user_password").text());
    assertEquals("true", only(users.get(1), "encrypted").text());
    assertEquals(FULL_NAME, only(users.get(1), "fullname").text());
    assertEquals("ada", only(users.get(1), "username").text());
    assertEquals("engine", only(root, "hostname").text().strip());
    assertTrue(all(root, "package").stream().map(XmlTree::text).toList().contains("g++"));
    assertSetupDoes(all(root, "source").getLast().text());
    assertNoPassword(set);
    assertTrue(set.kernelArguments().contains("autoinst.xml"), set.kernelArguments());
  }

  @ParameterizedTest
  @ValueSource(strings = {"win7", "win10", "win8.1"})
  void windowsAnswersHideThePasswordAndKeepIt(String os) throws Exception {
    AnswerSet set = written(os, Format.UNATTEND, Carried.FLOPPY, forWindows(ownRoot()));
    XmlTree root = XmlTree.read(content(set, "autounattend.xml"));
    for (XmlTree password : all(root, "Password")) {
      assertEquals("false", only(password, "PlainText").text());
      assertEquals(PASSWORD + "Password", shown(only(password, "Value").text()));
    }
    XmlTree admin = only(root, "AdministratorPassword");
    assertEquals(ROOT_PASSWORD + "AdministratorPassword", shown(only(admin, "Value").text()));
    assertEquals(FULL_NAME, only(root, "DisplayName").text());
    assertEquals("engine", only(root, "ComputerName").text());
    assertEquals("DE-CH", only(root, "SystemLocale").text());
    assertEquals(List.of(), all(root, "ProductKey"));
    assertNoPassword(set);
    assertEquals(AnswerWay.Passwords.DISGUISED, set.way().format().passwords());
  }

  @Test
  void windowsGetsPartitionsThatUefiStartsFrom() throws Exception {
    XmlTree root =
        XmlTree.read(
            content(
                written("win10", Format.UNATTEND, Carried.SEED_CD, forWindows(ownRoot()), true),
                "autounattend.xml"));
    assertEquals(
        List.of("EFI", "MSR", "Primary"), all(root, "Type").stream().map(XmlTree::text).toList());
    assertEquals("3", only(only(root, "InstallTo"), "PartitionID").text());
  }

  @Test
  void oldWindowsSaysThatItsPasswordIsReadable() throws Exception {
    Answers plain =
        new Answers(
            "Ada",
            "ada",
            Secret.of("a'b&c%d"),
            new Answers.Administrator.SamePassword(),
            "engine",
            "en_US",
            "us",
            "UTC",
            List.of(),
            List.of(),
            "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
            List.of());
    AnswerSet set = written("winxp", Format.SIF, Carried.FLOPPY, plain);
    assertEquals(AnswerWay.Passwords.READABLE, set.way().format().passwords());
    assertTrue(content(set, "winnt.sif").contains("AdminPassword=\"a'b&c%d\"\r\n"));
    assertTrue(content(set, "windows.cmd").contains("\"a'b&c%%d\" /add"));
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                written(
                    "winxp", Format.SIF, Carried.FLOPPY, plain.withPassword(Secret.of("a\"b"))));
    assertEquals(Cause.ARGUMENT_REFUSED, refused.problem().cause());
  }

  @Test
  void cloudInitHoldsEveryAnswer() throws Exception {
    MediaReading image = medium(MediaReading.Kind.CLOUD_IMAGE, "");
    AnswerWay way = writer.ways(Optional.empty(), image).getFirst();
    AnswerSet set =
        writer.write(
            way,
            new AnswerWriter.Target(Optional.empty(), image, DiskPlan.Bus.VIRTIO, false, "i-42"),
            ownRoot());
    assertEquals("cidata", set.label());
    assertTrue(content(set, "user-data").startsWith("#cloud-config\n"));
    JsonNode data = yaml(content(set, "user-data"));
    JsonNode user = data.at("/users/0");
    assertEquals("ada", user.at("/name").asText());
    assertEquals(FULL_NAME, user.at("/gecos").asText());
    assertEquals(KEY, user.at("/ssh_authorized_keys/0").asText());
    assertHashOf(PASSWORD, user.at("/passwd").asText());
    assertFalse(user.at("/lock_passwd").asBoolean(true));
    assertHashOf(ROOT_PASSWORD, data.at("/chpasswd/list/0").asText().replaceFirst("^root:", ""));
    assertEquals("engine", data.at("/hostname").asText());
    assertEquals("engine.example.org", data.at("/fqdn").asText());
    assertEquals("de_CH.UTF-8", data.at("/locale").asText());
    assertEquals("nodeadkeys", data.at("/keyboard/variant").asText());
    assertEquals("[\"vim\",\"g++\"]", data.at("/packages").toString());
    assertEquals(COMMAND, data.at("/runcmd/0/2").asText());
    assertEquals("i-42", yaml(content(set, "meta-data")).at("/instance-id").asText());
    assertTrue(set.files().stream().noneMatch(file -> file.name().equals("network-config")));
    assertNoPassword(set);
  }

  @Test
  void newUbuntuInstallerHoldsEveryAnswer() throws Exception {
    MediaReading iso = medium(MediaReading.Kind.ISO, "/casper/vmlinuz");
    Optional<OperatingSystem> os = Optional.of(os("ubuntu22.04"));
    AnswerWay way = writer.ways(os, iso).getFirst();
    assertEquals(Format.AUTOINSTALL, way.format());
    AnswerSet set =
        writer.write(
            way, new AnswerWriter.Target(os, iso, DiskPlan.Bus.VIRTIO, true, "i-1"), ownRoot());
    JsonNode data = yaml(content(set, "user-data")).at("/autoinstall");
    assertEquals(1, data.at("/version").asInt());
    assertHashOf(PASSWORD, data.at("/identity/password").asText());
    assertEquals(FULL_NAME, data.at("/identity/realname").asText());
    assertEquals(KEY, data.at("/ssh/authorized-keys/0").asText());
    assertHashOf(ROOT_PASSWORD, data.at("/late-commands/0/5").asText());
    assertEquals(COMMAND, data.at("/late-commands/1/5").asText());
    assertEquals("autoinstall", set.kernelArguments());
    assertNoPassword(set);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "1e3",
        "~",
        "null",
        "@x",
        "- a",
        "a: b",
        "# c",
        "{}",
        "[x",
        "!!int 1",
        "%TAG",
        "&a *a",
        "'",
        "\"",
        "\\",
        "\t",
        "line\nbreak",
        "trailing ",
        " leading",
        "\u0085\u2028\ufeff\u007f",
        "\uD83D\uDE00 é 密",
        "2001-01-01",
        "0o17",
        "=",
        "<<",
        "---",
        "..."
      })
  void everyTextComesBackFromYaml(String text) throws Exception {
    java.util.Map<String, Object> inner = java.util.Map.of("k", text, "l", List.of(text, text));
    String written =
        Yaml.of(
            java.util.Map.of(
                "a", text, "b", List.of(inner, text, List.of("x", text)), "c", List.of()));
    JsonNode read = yaml(written);
    assertEquals(text, read.at("/a").asText(), written);
    assertEquals(text, read.at("/b/0/k").asText(), written);
    assertEquals(text, read.at("/b/0/l/1").asText(), written);
    assertEquals(text, read.at("/b/1").asText(), written);
    assertEquals(text, read.at("/b/2/1").asText(), written);
    assertEquals("[]", read.at("/c").toString(), written);
  }

  /** No script of the installed catalogue leaves a password where its language is not known. */
  @TestFactory
  Stream<DynamicTest> everySystemThatHasAWayGetsItsFiles() {
    List<DynamicTest> tests = new ArrayList<>();
    MediaReading iso = medium(MediaReading.Kind.ISO, "/install.amd/vmlinuz");
    for (OperatingSystem os : catalogue.all()) {
      List<AnswerWay> ways = writer.ways(Optional.of(os), iso);
      if (ways.isEmpty()) {
        continue;
      }
      tests.add(
          DynamicTest.dynamicTest(
              os.shortId(),
              () -> {
                List<String> seen = new ArrayList<>();
                for (AnswerWay way : ways) {
                  if (seen.contains(way.profile())) {
                    // another medium changes nothing of what the script writes passwords into
                    continue;
                  }
                  seen.add(way.profile());
                  Answers answers = way.format() == Format.SIF ? simple() : forWindows(ownRoot());
                  AnswerSet set =
                      writer.write(
                          way,
                          new AnswerWriter.Target(
                              Optional.of(os), iso, DiskPlan.Bus.SATA, false, "i"),
                          answers);
                  assertFalse(set.files().isEmpty());
                  if (way.format() != Format.SIF) {
                    assertNoPassword(set);
                  }
                }
              }));
    }
    assertTrue(tests.size() > 50, "systems with a way: " + tests.size());
    return tests.stream();
  }

  private static Answers simple() {
    return new Answers(
        "Ada",
        "ada",
        Secret.of("secret"),
        new Answers.Administrator.SamePassword(),
        "engine",
        "en_US",
        "us",
        "UTC",
        List.of(),
        List.of(),
        "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
        List.of());
  }

  @Test
  void answersWithAFaultAreNotWritten() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                written(
                    "debian11",
                    Format.PRESEED,
                    Carried.INITRD,
                    ownRoot().withHostname("a\nd-i x string y")));
    assertEquals(Cause.ARGUMENT_REFUSED, refused.problem().cause());
    assertEquals("HOSTNAME", refused.problem().subject());
  }

  @Test
  void theDebianInstallerTakesNoAnswersWhereItsKernelIsNotKnown() {
    assertEquals(
        List.of(), writer.ways(Optional.of(os("debian11")), medium(MediaReading.Kind.ISO, "")));
  }

  private static void assertNoPassword(AnswerSet set) {
    for (Setup.AnswerFile file : set.files()) {
      assertFalse(file.content().contains(PASSWORD), file.name());
      assertFalse(file.content().contains(ROOT_PASSWORD), file.name());
      assertFalse(file.content().contains("VITRINE_"), file.content());
    }
  }

  /** Runs the script in a real shell, with the programs that it calls replaced by notes. */
  private void assertSetupDoes(String script) throws Exception {
    Path home = Files.createDirectories(temp.resolve("home"));
    Files.deleteIfExists(home.resolve(".ssh/authorized_keys"));
    String programs =
        """
        getent() { echo "ada:x:1:1::%s:/bin/sh"; }
        chown() { :; }
        usermod() { printf '%%s' "$2" > %s/name; }
        sh() { printf '%%s\\n' "$2" >> %s/commands; }
        """
            .formatted(home, home, home);
    Files.deleteIfExists(home.resolve("commands"));
    Path file = temp.resolve("setup.sh");
    Files.writeString(file, programs + script);
    Process process =
        new ProcessBuilder("/bin/sh", "-eu", file.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
    assertEquals(KEY + "\n", Files.readString(home.resolve(".ssh/authorized_keys")));
    assertEquals(COMMAND + "\necho second\n", Files.readString(home.resolve("commands")));
    if (Files.exists(home.resolve("name"))) {
      assertEquals(FULL_NAME, Files.readString(home.resolve("name")));
    }
  }

  private static String shown(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_16LE);
  }

  private static List<XmlTree> all(XmlTree tree, String name) {
    List<XmlTree> found = new ArrayList<>();
    for (XmlTree child : tree.children()) {
      if (child.name().equals(name)) {
        found.add(child);
      }
      found.addAll(all(child, name));
    }
    return found;
  }

  private static XmlTree only(XmlTree tree, String name) {
    return all(tree, name).getFirst();
  }

  /** By the very library that cloud-init reads with. */
  private JsonNode yaml(String text) throws Exception {
    Process process =
        new ProcessBuilder(
                "python3",
                "-c",
                "import json,sys,yaml;"
                    + "json.dump(yaml.safe_load(sys.stdin.buffer.read().decode()),sys.stdout)")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said + "\n" + text);
    return json.readTree(said);
  }
}
