package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.List;

/**
 * How long things may take.
 *
 * @param open until a host has to have let us in, not counting the time a person types
 * @param backoff from one try to the next; the last one stays
 * @param stable a way that stood this long starts the backoff afresh when it is lost
 * @param coalesce for how long news are gathered before they are read up
 * @param publish the least time from one snapshot to the next
 * @param tick how often the link looks after itself
 * @param stuck a poll that is older gets one, and only one, other beside it
 * @param silent nothing came back for this long though something was asked
 * @param giveUp a host that stays silent this long is lost
 * @param relist the least time between two full lists, as a net against lost news
 * @param address between two looks at the addresses of a machine that has none yet
 * @param addressKnown the same where one is known
 * @param jump the wall clock has to run off the monotonic one by this to mean sleep
 * @param alive how long a host may take to say whether it is there still
 * @param grace how long calls under way may take before the session is closed under them
 */
public record LinkTiming(
    Duration open,
    List<Duration> backoff,
    Duration stable,
    Duration coalesce,
    Duration publish,
    Duration tick,
    Duration stuck,
    Duration silent,
    Duration giveUp,
    Duration relist,
    Duration address,
    Duration addressKnown,
    Duration jump,
    Duration alive,
    Duration grace) {

  public static final LinkTiming DEFAULT =
      new LinkTiming(
          Duration.ofSeconds(15),
          List.of(250, 500, 1000, 2000, 4000, 8000, 15000, 30000).stream()
              .map(Duration::ofMillis)
              .toList(),
          Duration.ofMinutes(1),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofSeconds(6),
          Duration.ofSeconds(90),
          Duration.ofSeconds(4),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(3),
          Duration.ofSeconds(1));

  public LinkTiming {
    backoff = List.copyOf(backoff);
    if (backoff.isEmpty()) {
      throw new IllegalArgumentException("no backoff");
    }
  }

  /** Everything but the jump so many times as fast, for tests. */
  public LinkTiming faster(int times) {
    return new LinkTiming(
        open.dividedBy(times),
        backoff.stream().map(step -> step.dividedBy(times)).toList(),
        stable.dividedBy(times),
        coalesce.dividedBy(times),
        publish.dividedBy(times),
        tick.dividedBy(times),
        stuck.dividedBy(times),
        silent.dividedBy(times),
        giveUp.dividedBy(times),
        relist.dividedBy(times),
        address.dividedBy(times),
        addressKnown.dividedBy(times),
        jump,
        alive.dividedBy(times),
        grace.dividedBy(times));
  }
}
