package dev.toolwire.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FittingTest {

  private static final Alphabet IDS = Alphabet.upTo(64, "_-");
  private static final Alphabet NAMES = Alphabet.upTo(64, "_");
  private static final Alphabet NINE = new Alphabet(9, 9, "");

  private final Fitting fitting = new Fitting(IDS, NAMES);

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(fitting.id("here", new ToolUseId("toolu_01-A"))).hasToString("toolu_01-A");
    assertThat(fitting.id("here", new ToolUseId("x".repeat(64))).value()).hasSize(64);
    assertThat(losses()).isEmpty();
  }

  @Test
  void idThatIsTooLongOrForeignKeepsItsBeginningAndGetsAHash() {
    assertThat(fitting.id("here", new ToolUseId("functions.f:0")).value())
        .matches("functions_f_0_[0-9a-zA-Z]{16}");
    assertThat(fitting.id("here", new ToolUseId("x".repeat(65))).value())
        .matches("x{47}_[0-9a-zA-Z]{16}");
    assertThat(losses()).hasSize(2);
  }

  @Test
  void sameIdGetsTheSameAliasInEveryRequestAndIsToldOnce() {
    ToolUseId id = new ToolUseId("functions.f:0");
    ToolUseId sent = fitting.id("messages[1].content[0].id", id);

    assertThat(fitting.id("messages[2].content[0].id", id)).isEqualTo(sent);
    assertThat(new Fitting(IDS, NAMES).id("", id)).isEqualTo(sent);
    assertThat(losses())
        .containsExactly(
            "messages[1].content[0].id: renamed: \"functions.f:0\" is sent as \"" + sent + "\"");
  }

  @Test
  void idThatLooksLikeTheAliasOfAnotherGetsOneOfItsOwn() {
    ToolUseId sent = fitting.id("", new ToolUseId("functions.f:0"));

    ToolUseId twin = fitting.id("", sent);

    assertThat(twin).isNotEqualTo(sent);
    Aliases aliases = aliases();
    assertThat(aliases.original(sent)).hasToString("functions.f:0");
    assertThat(aliases.original(twin)).isEqualTo(sent);
  }

  @Test
  void namesAreMappedBack() {
    ToolName sent = fitting.name("tools[0].name", new ToolName("fs-write"));

    assertThat(sent.value()).matches("fs_write_[0-9a-zA-Z]{16}");
    assertThat(aliases().original(sent)).hasToString("fs-write");
    assertThat(aliases().original(new ToolName("clock"))).hasToString("clock");
  }

  @Test
  void manyIdsStayApartEvenInAlphabetsThatLeaveRoomForAHashOnly() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Fitting narrow = new Fitting(NINE, NAMES);
    Set<ToolUseId> sent = new HashSet<>();

    for (int i = 0; i < 10_000; i++) {
      ToolUseId id = narrow.id("", new ToolUseId("call_" + i + "_" + random.nextLong()));
      assertThat(NINE.takes(id.value())).as("seed %d: %s", seed, id).isTrue();
      sent.add(id);
    }

    assertThat(sent).as("seed %d", seed).hasSize(10_000);
  }

  private List<String> losses() {
    return encoding().losses().all().stream().map(Object::toString).toList();
  }

  private Aliases aliases() {
    return encoding().aliases();
  }

  private Encoding encoding() {
    return fitting.encoding(
        WireRequest.post(URI.create("http://a/"), Headers.NONE, new byte[0], false));
  }
}
