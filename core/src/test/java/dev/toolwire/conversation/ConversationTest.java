package dev.toolwire.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private static final Message CALLS =
      new Message(
          Role.ASSISTANT,
          List.of(
              ToolUse.of("a", "top_song", JsonObject.of("sign", "WZPZ")),
              ToolUse.of("b", "top_song", JsonObject.of("sign", "WKRP"))));

  private final Conversation question = Conversation.startingWith("Which song?");

  @Test
  void turnWithCallsEntersWithItsResultsInCallOrder() {
    Conversation done = question.exchange(CALLS, List.of(result("b"), result("a")));

    assertThat(done.messages().getLast().content()).containsExactly(result("a"), result("b"));
    assertThat(done.awaitsModel()).isTrue();
  }

  @Test
  void turnWithAnUnansweredCallDoesNotEnter() {
    assertThatThrownBy(() -> question.exchange(CALLS, List.of(result("a"))))
        .hasMessage("messages[2]: no result for [b]; each toolUse is answered in the next message");
    assertThatThrownBy(() -> question.with(CALLS))
        .hasMessageStartingWith("messages[1]: ends with unanswered calls");
  }

  @Test
  void resultNobodyAskedForDoesNotEnter() {
    assertThatThrownBy(
            () -> question.exchange(CALLS, List.of(result("a"), result("b"), result("c"))))
        .hasMessageContaining("the result for c answers no call of the turn before");
  }

  @Test
  void sameResultTwiceDoesNotEnter() {
    assertThatThrownBy(
            () -> question.exchange(CALLS, List.of(result("a"), result("a"), result("b"))))
        .isInstanceOf(InvalidConversationException.class);
  }

  @Test
  void conversationsThatContinueOneHaveItsMemo() {
    question.memo().keep("known");
    Conversation done = question.exchange(CALLS, List.of(result("a"), result("b")));

    assertThat(done.memo().recall(String.class)).contains("known");
    assertThat(done.memo().recall(Integer.class)).isEmpty();
    assertThat(Conversation.startingWith("Which song?").memo().recall(Object.class)).isEmpty();
    assertThat(Conversation.of(done.messages())).isEqualTo(done);
    assertThat(Conversation.of(done.messages()).memo().recall(Object.class)).isEmpty();
  }

  @Test
  void assistantMayNotBegin() {
    assertThatThrownBy(() -> Conversation.of(List.of(Message.assistant("Hello"))))
        .hasMessage("messages[0]: a conversation starts with a user message, this is ASSISTANT");
  }

  @Test
  void rolesAlternate() {
    assertThatThrownBy(() -> question.with(Message.user("Well?")))
        .hasMessage("messages[1]: USER may not follow USER; roles alternate");
  }

  @Test
  void userWhoSpeaksTwiceIsHeardOnce() {
    assertThat(question.say("On WZPZ.").messages())
        .containsExactly(
            new Message(Role.USER, List.of(new Text("Which song?"), new Text("On WZPZ."))));
  }

  @Test
  void wordsAfterResultsStandBehindThem() {
    Conversation done =
        question.exchange(CALLS, List.of(result("a"), result("b"))).say("And quickly.");

    assertThat(done.messages().getLast().content())
        .containsExactly(result("a"), result("b"), new Text("And quickly."));
  }

  @Test
  void blankTextDoesNotEnter() {
    assertThatThrownBy(() -> question.with(Message.assistant(" \n")))
        .hasMessage("messages[1]: block 0 is blank text; leave it out");
  }

  @Test
  void foreignHistoryIsMendedAndEveryMendingIsTold() {
    List<Message> history =
        List.of(
            Message.assistant("Hello"),
            Message.user("Which song?"),
            Message.user("On WZPZ?"),
            CALLS,
            new Message(Role.USER, List.of(new Text("Hurry"), result("a"), result("z"))));

    Repair.Repaired repaired = Repair.repair(history);

    assertThat(repaired.conversation().messages().getLast().content())
        .containsExactly(
            result("a"),
            ToolResult.error(new ToolUseId("b"), "no result was recorded for this call"),
            new Text("Hurry"));
    assertThat(repaired.repairs())
        .extracting(Repair::kind)
        .containsExactly(
            Repair.Kind.NEIGHBOURS_MERGED,
            Repair.Kind.OPENING_ADDED,
            Repair.Kind.ORPHAN_RESULT_DROPPED,
            Repair.Kind.RESULTS_MOVED_FIRST,
            Repair.Kind.MISSING_RESULT_ADDED);
  }

  @Test
  void validHistoryComesBackAsItIs() {
    List<Message> history = question.exchange(CALLS, List.of(result("a"), result("b"))).messages();

    Repair.Repaired repaired = Repair.repair(history);

    assertThat(repaired.conversation().messages()).isEqualTo(history);
    assertThat(repaired.repairs()).isEmpty();
  }

  @Test
  void survivesJson() {
    Conversation done = question.exchange(CALLS, List.of(result("a"), result("b")));

    String json = JsonBinding.mapper().writeValueAsString(done);

    assertThat(JsonBinding.mapper().readValue(json, Conversation.class)).isEqualTo(done);
  }

  private static ToolResult result(String id) {
    return ToolResult.success(
        new ToolUseId(id), new Json(JsonObject.of("song", "Elemental Hotel")));
  }
}
