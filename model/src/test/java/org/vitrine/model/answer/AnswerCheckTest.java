package org.vitrine.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.answer.AnswerFault.Kind;

class AnswerCheckTest {

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me@home";

  private String fullName = "Ada Lovelace";
  private String user = "ada";
  private Secret password = Secret.of("correct horse");
  private Answers.Administrator administrator = new Answers.Administrator.UserOnly();
  private String hostname = "engine";
  private String language = "en_GB";
  private String keyboard = "gb";
  private String timeZone = "Europe/London";
  private List<String> packages = List.of("vim", "g++", "@^minimal-environment");
  private List<String> sshKeys = List.of(KEY);
  private String productKey = "";
  private List<String> commands = List.of("echo 'it: works' > /etc/motd");

  private Answers answers() {
    return new Answers(
        fullName,
        user,
        password,
        administrator,
        hostname,
        language,
        keyboard,
        timeZone,
        packages,
        sshKeys,
        productKey,
        commands);
  }

  private List<AnswerFault> faults() {
    return AnswerCheck.of(answers(), AnswerCheck.Reader.UNIX);
  }

  private List<AnswerFault> faultsForWindows() {
    return AnswerCheck.of(answers(), AnswerCheck.Reader.WINDOWS);
  }

  private void only(AnswerField field, Kind kind, List<AnswerFault> faults) {
    assertEquals(
        List.of(field + " " + kind),
        faults.stream().map(fault -> fault.field() + " " + fault.kind()).toList());
  }

  @Test
  void nothingSpeaksAgainstUsualAnswers() {
    assertEquals(List.of(), faults());
    assertEquals(List.of(), faultsForWindows());
  }

  @Test
  void emptyPasswordIsAFaultUnlessAKeyLetsIn() {
    password = Secret.none();
    assertEquals(List.of(), faults());
    only(AnswerField.PASSWORD, Kind.EMPTY, faultsForWindows());
    sshKeys = List.of();
    only(AnswerField.PASSWORD, Kind.EMPTY, faults());
  }

  @Test
  void passwordOfOneMebibyteIsTooLong() {
    password = Secret.of("x".repeat(1024 * 1024));
    only(AnswerField.PASSWORD, Kind.TOO_LONG, faults());
    // 256 letters of two bytes each are one byte too many
    password = Secret.of("é".repeat(256));
    only(AnswerField.PASSWORD, Kind.TOO_LONG, faults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "$HOME", "`id`", "'\"\\", "# no comment", "ключ", " two  blanks "})
  void oddLettersInAPasswordAreNoFault(String typed) {
    password = Secret.of(typed);
    administrator = new Answers.Administrator.Own(Secret.of(typed));
    assertEquals(List.of(), faults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "nul\0", "esc\u001b[2J", "\u2028", "half \ud83d"})
  void whatNobodyCanTypeAtTheLoginIsAFault(String typed) {
    password = Secret.of(typed);
    only(AnswerField.PASSWORD, Kind.NOT_TYPEABLE, faults());
    password = Secret.of("fine");
    administrator = new Answers.Administrator.Own(Secret.of(typed));
    only(AnswerField.ADMINISTRATOR, Kind.NOT_TYPEABLE, faults());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "root;x|USER_NAME_NOT_POSSIBLE",
        "root|USER_RESERVED",
        "Ada|USER_NAME_NOT_POSSIBLE",
        "-ada|USER_NAME_NOT_POSSIBLE",
        "../ada|USER_NAME_NOT_POSSIBLE",
        "a b|USER_NAME_NOT_POSSIBLE",
        "''|EMPTY",
        "abcdefghijklmnopqrstuvwxyzabcdefghijkl|TOO_LONG"
      },
      delimiter = '|')
  void userNameHasRules(String name, Kind kind) {
    user = name;
    only(AnswerField.USER, kind, faults());
  }

  @ParameterizedTest
  @CsvSource({
    "Administrator,USER_RESERVED",
    "a/b,USER_NAME_NOT_POSSIBLE",
    "a.,USER_NAME_NOT_POSSIBLE"
  })
  void windowsHasItsOwnRulesForUsers(String name, Kind kind) {
    user = name;
    only(AnswerField.USER, kind, faultsForWindows());
    user = "Ada Lovelace";
    assertEquals(List.of(), faultsForWindows());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "''|EMPTY",
        "-a|HOSTNAME_NOT_POSSIBLE",
        "a_b|HOSTNAME_NOT_POSSIBLE",
        "a..b|HOSTNAME_NOT_POSSIBLE",
        "a b|HOSTNAME_NOT_POSSIBLE",
        "a;reboot|HOSTNAME_NOT_POSSIBLE",
        "1234|HOSTNAME_ONLY_DIGITS",
        "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd|HOSTNAME_NOT_POSSIBLE"
      },
      delimiter = '|')
  void hostNameHasRules(String name, Kind kind) {
    hostname = name;
    only(AnswerField.HOSTNAME, kind, faults());
  }

  @Test
  void hostNameMayHaveADomainAndIsShortInWindows() {
    hostname = "web1.example.org";
    assertEquals(List.of(), faults());
    only(AnswerField.HOSTNAME, Kind.TOO_LONG, faultsForWindows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "ssh-ed25519",
        "ssh-ed25519 AAAA me",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9 cut",
        "command=\"id\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl a\nb"
      })
  void malformedKeyIsAFault(String line) {
    sshKeys = List.of(line);
    only(AnswerField.SSH_KEYS, Kind.SSH_KEY_MALFORMED, faults());
  }

  @Test
  void privateKeyIsNotRepeatedInItsFault() {
    sshKeys = List.of("-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEA");
    assertEquals(
        List.of(new AnswerFault(AnswerField.SSH_KEYS, Kind.SSH_KEY_PRIVATE, "")), faults());
  }

  @Test
  void whereItStandsMustBeKnown() {
    language = "en_GB; rm -rf /";
    only(AnswerField.LANGUAGE, Kind.LANGUAGE_NOT_POSSIBLE, faults());
    language = "C";
    keyboard = "de(nodeadkeys)";
    timeZone = "Mars/Olympus";
    only(AnswerField.TIME_ZONE, Kind.TIME_ZONE_UNKNOWN, faults());
    timeZone = "UTC";
    keyboard = "us'";
    only(AnswerField.KEYBOARD, Kind.KEYBOARD_NOT_POSSIBLE, faults());
  }

  @Test
  void listsAreBoundedAndNamesAreNames() {
    packages = List.of("vim", "--force", "a;b");
    assertEquals(List.of("--force", "a;b"), faults().stream().map(AnswerFault::text).toList());
    packages = java.util.Collections.nCopies(AnswerCheck.MOST_LINES + 1, "vim");
    only(AnswerField.PACKAGES, Kind.TOO_MANY, faults());
    packages = List.of();
    commands = List.of("a\nb");
    only(AnswerField.COMMANDS, Kind.NOT_TYPEABLE, faults());
  }

  @Test
  void productKeyHasFiveGroups() {
    productKey = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";
    assertEquals(List.of(), faultsForWindows());
    productKey = "VK7JG";
    only(AnswerField.PRODUCT_KEY, Kind.PRODUCT_KEY_NOT_POSSIBLE, faultsForWindows());
  }

  @Test
  void wayAsksOnlyForWhatItTakes() {
    AnswerWay way =
        new AnswerWay(
            "x",
            AnswerWay.Format.UNATTEND,
            AnswerWay.Carried.FLOPPY,
            "desktop",
            Set.of(AnswerField.PASSWORD, AnswerField.PRODUCT_KEY),
            Set.of(AnswerField.PASSWORD, AnswerField.PRODUCT_KEY, AnswerField.USER),
            false,
            true);
    hostname = "a name that is far too long";
    assertEquals(
        Optional.of(Kind.EMPTY),
        way.check(answers()).stream()
            .filter(fault -> fault.field() == AnswerField.PRODUCT_KEY)
            .map(AnswerFault::kind)
            .findFirst());
    assertTrue(
        way.check(answers()).stream().noneMatch(fault -> fault.field() == AnswerField.HOSTNAME));
  }

  @Test
  void ownFileIsBoundedText() {
    assertEquals(List.of(), AnswerCheck.ofOwnFile("d-i x string y\n"));
    only(AnswerField.OWN_FILE, Kind.EMPTY, AnswerCheck.ofOwnFile(" \n"));
    only(AnswerField.OWN_FILE, Kind.NOT_TEXT, AnswerCheck.ofOwnFile("a\0b"));
    only(
        AnswerField.OWN_FILE,
        Kind.TOO_LONG,
        AnswerCheck.ofOwnFile("x".repeat(AnswerCheck.LONGEST_FILE + 1)));
  }

  @Test
  void secretNeverShowsItselfAndCanBeWiped() {
    String shown = answers().toString();
    assertFalse(shown.contains("horse"), shown);
    Secret secret = Secret.of("abc");
    assertEquals(Secret.of("abc"), secret);
    assertNotEquals(Secret.of("abd"), secret);
    answers().withPassword(secret).wipe();
    assertEquals(Secret.of("\0\0\0"), secret);
  }
}
