package dev.toolwire.provider;

import static dev.toolwire.provider.QuirkyModel.WITH_TOOL;
import static dev.toolwire.provider.QuirkyModel.asked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What results of tools become for models that want them otherwise.
class ResultQuirksTest {

  private static final Image PICTURE =
      new Image("png", new MediaSource.Inline(Blob.fromBase64("AAEC")));
  private static final Document PAPER =
      new Document("charts", "pdf", new MediaSource.Inline(Blob.fromBase64("AAEC")));

  private final QuirkyModel model = new QuirkyModel();

  @Test
  void textBesideResultsGoesIntoTheLastOfThem() {
    model.open(
        "\"textBesideResults\":false,\"resultStatus\":true",
        WITH_TOOL.withConversation(asked("call1", new Text("song")).say("And quickly.")));

    assertThat(content())
        .hasToString(
            """
            [{"toolResult":{"toolUseId":"call1","content":[{"text":"song"},{"text":"And quickly."}]}}]\
            """);
    assertThat(model.lost)
        .containsExactly(
            "messages[2].content[1]: moved: the model takes no text beside results; it ends the last"
                + " of them");
  }

  @Test
  void emptyResultSaysSo() {
    model.open("\"emptyResults\":false", WITH_TOOL.withConversation(asked("call1")));

    assertThat(model.sent()).contains("\"content\":[{\"text\":\"(no output)\"}]");
    assertThat(model.lost)
        .containsExactly(
            "messages[2].content[0].content: changed: the empty result says \"(no output)\"");
  }

  @Test
  void imageAndDocumentGoBehindTheResults() {
    Conversation conversation = asked("call1", new Text("Here:"), PICTURE, PAPER).say("Well?");

    model.open(
        "\"images\":true,\"documents\":true,\"textBesideResults\":true",
        WITH_TOOL.withConversation(conversation));

    assertThat(content())
        .hasToString(
            """
            [{"toolResult":{"toolUseId":"call1","content":[{"text":"Here:"},\
            {"text":"(image 1 of those behind the results)"},\
            {"text":"(document 1 of those behind the results)"}]}},\
            {"image":{"format":"png","source":{"bytes":"AAEC"}}},\
            {"document":{"name":"charts","format":"pdf","source":{"bytes":"AAEC"}}},\
            {"text":"Well?"}]\
            """);
    assertThat(model.lost)
        .containsExactly(
            "messages[2].content[0].content[1]: moved: the model takes no image in a result; it"
                + " stands behind the results",
            "messages[2].content[0].content[2]: moved: the model takes no document in a result; it"
                + " stands behind the results");
  }

  @Test
  void whatTheModelTakesNowhereIsLeftOutWithANote() {
    Document words = new Document("notes", "txt", new MediaSource.PlainText("Nine."));

    model.open(
        "\"images\":false,\"documents\":false",
        WITH_TOOL.withConversation(asked("call1", PICTURE, PAPER, words)));

    assertThat(content())
        .hasToString(
            """
            [{"toolResult":{"toolUseId":"call1","content":[\
            {"text":"(an image, which the model does not take)"},\
            {"text":"(a document, which the model does not take)"},\
            {"text":"notes:\\nNine."}]}}]\
            """);
    assertThat(model.lost)
        .containsExactly(
            "messages[2].content[0].content[0]: dropped: an image, which the model does not take",
            "messages[2].content[0].content[1]: dropped: a document, which the model does not take",
            "messages[2].content[0].content[2]: changed: a document of text is sent as text");
  }

  @Test
  void modelThatTakesMediaInResultsIsShownThemThere() {
    model.open(
        "\"resultImages\":true,\"resultDocuments\":true",
        WITH_TOOL.withConversation(asked("call1", PICTURE, PAPER)));

    assertThat(content().path(0).path("toolResult").path("content")).hasSize(2);
    assertThat(model.lost).isEmpty();
  }

  @Test
  void idsBecomeNineLettersAndDigitsEverywhereAlike() {
    Reply reply =
        model.open(
            "\"toolUseIds\":\"nine\",\"resultStatus\":true",
            WITH_TOOL.withConversation(asked("toolu_01ABC", new Text("song"))));

    String id =
        JsonObject.parse(model.sent())
            .toNode()
            .at("/messages/1/content/0/toolUse/toolUseId")
            .asString();
    assertThat(id).matches("[a-zA-Z0-9]{9}");
    assertThat(model.sent()).contains("\"toolResult\":{\"toolUseId\":\"" + id + "\"");
    assertThat(model.lost)
        .containsExactly(
            "messages[1].content[0].id: renamed: \"toolu_01ABC\" is sent as \"" + id + "\"");
    assertThat(reply.toolUses())
        .extracting(ToolUse::id)
        .containsExactly(new ToolUseId("a1B2c3D4e"));
  }

  @Test
  void idOfNineLettersAndDigitsIsLeftAlone() {
    model.open(
        "\"toolUseIds\":\"nine\"",
        WITH_TOOL.withConversation(asked("a1B2c3D4e", new Text("song"))));

    assertThat(model.sent()).contains("\"toolUseId\":\"a1B2c3D4e\"");
    assertThat(model.lost).isEmpty();
  }

  /// Of the message with the results.
  private JsonNode content() {
    return JsonObject.parse(model.sent()).toNode().at("/messages/2/content");
  }
}
