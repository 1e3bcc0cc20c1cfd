package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.app.create.draft.CardDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.ForwardDraft;
import org.vitrine.app.create.draft.NetworkDraft;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.testing.FakeSystems;
import org.vitrine.app.testing.Offers;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.NicPlan.Forward;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.NicPlan.Protocol;
import org.vitrine.model.plan.Setup;

/** The wizard's pages of network and setup, on a host in memory. */
class WizardNetworkTest extends FakeWindow {

  private TestWindow wizard(Step step) {
    lab().offer(Offers.system());
    TestWindow window = open(LAB);
    noStall.allowing(() -> window.press("new-machine"));
    TestWindow.await("the host has answered", () -> draft(window).offer().get().isPresent());
    // all pages on the way are made at once, as nobody's hand could
    noStall.allowing(
        () -> {
          OnFxThread.run(
              () -> {
                draft(window).source().kind().choose(SourceDraft.Kind.NOTHING);
                window.parts().newMachine().walkTo(step);
              });
          window.awaitPicture();
        });
    return window;
  }

  private static Draft draft(TestWindow window) {
    return OnFxThread.get(() -> window.parts().newMachine().draft().orElseThrow());
  }

  private static NetworkDraft network(TestWindow window) {
    return draft(window).network();
  }

  private static List<NicPlan> nics(TestWindow window) {
    return OnFxThread.get(() -> network(window).nics().get());
  }

  private static List<NetworkPlan> networks(TestWindow window) {
    return OnFxThread.get(() -> network(window).networks().get());
  }

  @Test
  void aHostWithoutNetworksIsGivenOneWhenItIsChosen() {
    TestWindow window = wizard(Step.NETWORK);
    window.press("nic-0-HOST_ONLY");
    TestWindow.await("it is planned", () -> !networks(window).isEmpty());
    NetworkPlan made = networks(window).getFirst();
    assertTrue(made.missing());
    assertEquals("host-only", made.name());
    assertEquals(VirtualNetwork.Mode.HOST_ONLY, made.mode());
    assertEquals(
        List.of(new Link.Network("host-only")), nics(window).stream().map(NicPlan::link).toList());
    window.awaitText("host-only will be made and started, with the addresses " + made.subnet());
    window.press("nic-0-NONE");
    TestWindow.await("no card", () -> nics(window).isEmpty());
    assertEquals(List.of(), networks(window), "nothing is made that no card needs");
  }

  @Test
  void aRangeThatIsTakenHoldsOneUpAndNamesWhoHasIt() {
    TestWindow window = wizard(Step.NETWORK);
    window.press("nic-0-HOST_ONLY");
    window.press("nic-0-more");
    window.type("new-HOST_ONLY-subnet", "10.0.0.1/24");
    window.awaitText("That is an address inside the range 10.0.0.0/24.");
    assertTrue(window.node("wizard-next").isDisabled());
    window.type("new-HOST_ONLY-bridge", "averyveryverylongname");
    window.type("new-HOST_ONLY-subnet", "10.77.0.0/24");
    window.awaitText("is too long for the name of a bridge");
    assertTrue(window.node("wizard-next").isDisabled());
    window.type("new-HOST_ONLY-bridge", "lab0");
    TestWindow.await("one can go on", () -> !window.node("wizard-next").isDisabled());
    assertEquals("10.77.0.0/24", networks(window).getFirst().subnet());
    assertEquals("lab0", networks(window).getFirst().bridge());
  }

  @Test
  void forwardedPortsReachThePlanOnceTheyAreWhole() {
    TestWindow window = wizard(Step.NETWORK);
    window.press("nic-0-USER");
    window.press("nic-0-forward-add");
    window.awaitText("Both ports are needed.");
    assertTrue(window.node("wizard-next").isDisabled());
    window.type("nic-0-forward-0-host", "70000");
    window.type("nic-0-forward-0-guest", "80");
    window.awaitText("is no port");
    window.type("nic-0-forward-0-host", "8080");
    TestWindow.await("one can go on", () -> !window.node("wizard-next").isDisabled());
    Link.User user = assertInstanceOf(Link.User.class, nics(window).getFirst().link());
    assertEquals(List.of(new Forward(Protocol.TCP, "127.0.0.1", 8080, 80)), user.forwards());
    OnFxThread.run(
        () -> {
          ForwardDraft twice = new ForwardDraft();
          twice.hostPort().choose("8080");
          twice.guestPort().choose("81");
          twice.address().choose("0.0.0.0");
          network(window).cards().getFirst().forwards().add(twice);
        });
    window.awaitText("Port 8080 is forwarded twice.");
  }

  @Test
  void aBridgeIsShownAsCommandsWithTheWayBack() {
    TestWindow window = wizard(Step.NETWORK);
    window.press("nic-0-BRIDGED");
    window.press("nic-0-bridge");
    window.awaitText("sudo ip link set dev eth0 master br0");
    window.awaitText("sudo ip link set dev eth0 nomaster");
    window.type("bridge-name", "eth0");
    window.awaitText("The host has something called eth0 already.");
    assertEquals(
        List.of(new Link.HostCard("eth0")), nics(window).stream().map(NicPlan::link).toList());
  }

  @Test
  void hardwareAddressIsCheckedAndWrittenTheUsualWay() {
    TestWindow window = wizard(Step.NETWORK);
    window.press("nic-0-more");
    for (String bad : List.of("01:00:5e:00:00:01", "00:00:00:00:00:00", "52:54:00:12:34", "x")) {
      window.type("nic-0-mac", bad);
      TestWindow.await(bad + " is refused", () -> window.node("wizard-next").isDisabled());
    }
    window.type("nic-0-mac", "52-54-00-AB-CD-EF");
    TestWindow.await("one can go on", () -> !window.node("wizard-next").isDisabled());
    assertEquals("52:54:00:ab:cd:ef", nics(window).getFirst().mac());
    window.press("nic-add");
    TestWindow.await("two cards", () -> nics(window).size() == 2);
    assertNotEquals(nics(window).getFirst().mac(), nics(window).getLast().mac());
    OnFxThread.run(() -> network(window).cards().getLast().mac().choose("52:54:00:ab:cd:ef"));
    window.awaitText("Another card of this machine has this address.");
    window.press("nic-1-remove");
    TestWindow.await("one card", () -> nics(window).size() == 1);
    assertFalse(window.node("wizard-next").isDisabled());
  }

  @Test
  void whatWasTypedUnderOneChoiceIsThereAfterAnother() {
    TestWindow window = wizard(Step.NETWORK);
    CardDraft card = OnFxThread.get(() -> network(window).cards().getFirst());
    OnFxThread.run(
        () -> {
          card.choice().choose(NetworkChoice.USER);
          ForwardDraft ssh = new ForwardDraft();
          ssh.hostPort().choose("2222");
          ssh.guestPort().choose("22");
          card.forwards().add(ssh);
        });
    window.press("nic-0-NAT");
    TestWindow.await("one can go on", () -> !window.node("wizard-next").isDisabled());
    // the first showing of the next page has a budget of its own
    noStall.allowing(
        () -> {
          window.press("wizard-next");
          window.awaitPicture();
        });
    window.press("wizard-back");
    window.press("nic-0-USER");
    TestWindow.await(
        "the port is there",
        () ->
            nics(window).getFirst().link() instanceof Link.User(List<Forward> forwards)
                && forwards.size() == 1);
  }

  @Test
  void aSourceThatIsNoInstallerIsNotAnsweredAutomatically() {
    TestWindow window = wizard(Step.SETUP);
    window.awaitText("The source is not an installer, so there is nothing to answer.");
    assertTrue(window.node("setup-automatic").isDisabled());
    assertEquals(new Setup.Manual(), OnFxThread.get(() -> draft(window).setup().setup().get()));
  }

  private TestWindow answering() {
    lab().offer(Offers.here());
    TestWindow window = open(LAB);
    noStall.allowing(() -> window.press("new-machine"));
    window.systems().put(FakeSystems.iso("/isos/debian-12.iso", FakeSystems.DEBIAN));
    window.type("source-location", "/isos/debian-12.iso");
    window.awaitText("Debian 12");
    TestWindow.await(
        "a way is known",
        () -> OnFxThread.get(() -> draft(window).setup().way().get().isPresent()));
    TestWindow.await("one can go on", () -> !window.node("wizard-next").isDisabled());
    noStall.allowing(
        () -> {
          OnFxThread.run(() -> window.parts().newMachine().walkTo(Step.SETUP));
          window.awaitPicture();
          window.press("setup-automatic");
          window.awaitPicture();
        });
    return window;
  }

  private static Setup setup(TestWindow window) {
    return OnFxThread.get(() -> draft(window).setup().setup().get());
  }

  @Test
  void answersBecomeAFileThatCanBeReplacedAndComesBack() {
    TestWindow window = answering();
    assertTrue(window.node("wizard-next").isDisabled(), "a password is needed");
    window.type("setup-password", "correct horse");
    window.awaitText("The two passwords differ.");
    window.type("setup-password-again", "correct horse");
    TestWindow.await("it is written", () -> setup(window) instanceof Setup.Automatic);
    Setup.Automatic automatic = assertInstanceOf(Setup.Automatic.class, setup(window));
    assertEquals("preseed.cfg", automatic.files().getFirst().name());
    assertTrue(automatic.files().getFirst().content().contains("user=somebody"));
    assertTrue(automatic.carrier().path().endsWith("/debian12-answers.iso"));
    window.press("setup-files");
    window.type("setup-file-text", "mine");
    TestWindow.await("it is used", () -> contentOf(setup(window)).equals("mine"));
    window.press("setup-file-back");
    TestWindow.await("it is back", () -> contentOf(setup(window)).contains("user=somebody"));
    window.type("setup-user", "root");
    window.awaitText("The system uses the name root itself.");
    assertTrue(window.node("wizard-next").isDisabled());
  }

  private static String contentOf(Setup setup) {
    return setup instanceof Setup.Automatic automatic ? automatic.files().getFirst().content() : "";
  }
}
