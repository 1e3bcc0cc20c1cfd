package org.vitrine.bridge.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.vitrine.model.network.BridgeName;
import org.vitrine.model.plan.BridgePlan;
import org.vitrine.model.plan.BridgePlan.Address;
import org.vitrine.model.plan.BridgePlan.Keeper;
import org.vitrine.model.plan.BridgePlan.Way;
import org.vitrine.model.port.BridgeSurvey;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.MacAddress;

/** Asks {@code ip}, and the program that keeps the network, what a card has. */
public final class CardSurvey implements BridgeSurvey {

  /** Runs a program and hands back what it said, or fails where it does. */
  @FunctionalInterface
  public interface Programs {
    String run(List<String> words) throws IOException, InterruptedException;
  }

  private static final int LARGEST = 1024 * 1024;
  private static final long PATIENCE_SECONDS = 5;

  /** What an address or a route is made of; all of it becomes words of a command. */
  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z.:/_-]{1,64}");

  /** Routes that come and go with the card's addresses. */
  private static final Set<String> OWN_PROTOCOLS = Set.of("kernel", "ra");

  private final Programs programs;
  private final ObjectMapper json = new ObjectMapper();

  public CardSurvey(Programs programs) {
    this.programs = programs;
  }

  public static CardSurvey ofThisComputer() {
    return new CardSurvey(CardSurvey::runHere);
  }

  @Override
  public BridgePlan survey(String card, String bridge) throws ProblemException {
    // both become words of commands
    if (BridgeName.check(card, List.of()).isPresent()
        || BridgeName.check(bridge, List.of()).isPresent()) {
      throw new ProblemException(Problem.of(Cause.ARGUMENT_REFUSED, card));
    }
    try {
      JsonNode link =
          json.readTree(programs.run(List.of("ip", "-j", "address", "show", "dev", card)));
      JsonNode about = first(link);
      String mac =
          MacAddress.parse(about.path("address").asText(""))
              .map(MacAddress::text)
              .orElseThrow(() -> new IOException("no address: " + card));
      List<Way> ways = new ArrayList<>();
      ways.addAll(ways(card, false));
      ways.addAll(ways(card, true));
      Keeper keeper = keeper(card);
      return new BridgePlan(
          bridge,
          card,
          mac,
          addresses(about),
          ways,
          keeper,
          keeper == Keeper.NETWORK_MANAGER ? profile(card) : "");
    } catch (IOException failure) {
      throw new ProblemException(Problem.of(Cause.TOOL_FAILED, "ip", card), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problem.of(Cause.CANCELLED, card), stopped);
    }
  }

  /** The lists of older versions have an empty element for every card that was not asked for. */
  private static JsonNode first(JsonNode list) {
    for (JsonNode each : list) {
      if (each.has("ifname")) {
        return each;
      }
    }
    return list.path(0);
  }

  private static List<Address> addresses(JsonNode about) {
    List<Address> addresses = new ArrayList<>();
    for (JsonNode each : about.path("addr_info")) {
      boolean made = each.path("scope").asText("").equals("link");
      boolean announced = each.path("family").asText("").equals("inet6") && each.has("dynamic");
      String text = each.path("local").asText("") + "/" + each.path("prefixlen").asInt(-1);
      if (!made && !announced && isWord(text)) {
        addresses.add(
            new Address(
                text, word(each.path("broadcast").asText("")), each.path("dynamic").asBoolean()));
      }
    }
    return addresses;
  }

  private List<Way> ways(String card, boolean ipv6) throws IOException, InterruptedException {
    String family = ipv6 ? "-6" : "-4";
    List<Way> ways = new ArrayList<>();
    for (JsonNode each :
        json.readTree(programs.run(List.of("ip", "-j", family, "route", "show", "dev", card)))) {
      String protocol = word(each.path("protocol").asText(""));
      String to = word(each.path("dst").asText(""));
      if (!OWN_PROTOCOLS.contains(protocol) && !to.isEmpty()) {
        ways.add(
            new Way(
                ipv6,
                to,
                word(each.path("gateway").asText("")),
                word(each.path("prefsrc").asText("")),
                protocol,
                each.path("metric").asLong(-1)));
      }
    }
    // a gateway must be on the way before one can go by it
    ways.sort(
        java.util.Comparator.comparing((Way way) -> !way.gateway().isEmpty())
            .thenComparing(way -> way.to().equals("default")));
    return ways;
  }

  private static boolean isWord(String text) {
    return WORD.matcher(text).matches() && !text.startsWith("-");
  }

  private static String word(String text) {
    return isWord(text) ? text : "";
  }

  private Keeper keeper(String card) throws InterruptedException {
    if (says("nmcli -t -f GENERAL.STATE device show " + card, "connected")) {
      return Keeper.NETWORK_MANAGER;
    }
    if (says("networkctl --no-pager --no-legend list " + card, "configured")) {
      return Keeper.NETWORKD;
    }
    return says("ifquery --state " + card, card) ? Keeper.IFUPDOWN : Keeper.NONE;
  }

  private boolean says(String line, String word) throws InterruptedException {
    try {
      return List.of(programs.run(List.of(line.split(" ", -1))).split("[\\s:()=]+", -1))
          .contains(word);
    } catch (IOException notThere) {
      return false;
    }
  }

  private String profile(String card) throws InterruptedException {
    try {
      String said =
          programs.run(List.of("nmcli", "-g", "GENERAL.CON-UUID", "device", "show", card)).strip();
      return word(said);
    } catch (IOException unknown) {
      return "";
    }
  }

  private static String runHere(List<String> words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .start();
    try (var out = process.getInputStream()) {
      byte[] said = out.readNBytes(LARGEST);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(words.getFirst() + " failed");
      }
      return new String(said, StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}
