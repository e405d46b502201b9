package dev.toolwire.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Route;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.json.Leftovers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChatRoundTripTest {

  private static final int ROUNDS = 500;
  private static final ModelId GPT = new ModelId("gpt-4o");
  private static final URI ENDPOINT = URI.create("https://api.openai.com/v1");
  private static final JsonObject SCHEMA =
      JsonObject.parse(
          """
          {"type":"object","properties":{"a":{"type":"string"}},"required":["a"],
           "additionalProperties":false}\
          """);

  private static final ModelProfile PROFILE = ModelCatalogue.builtIn().profile(GPT, Route.CHAT);

  private final ChatCodec client = new ChatCodec(ChatOptions.DEFAULT.withStreamUsage(false));
  private final ChatServerCodec server = new ChatServerCodec();

  @Test
  void serverReadsWhatTheClientAsks() {
    long seed = new Random().nextLong();
    Requests requests = new Requests(new Random(seed));
    for (int i = 0; i < ROUNDS; i++) {
      ModelRequest request = requests.next();
      String which = "seed " + seed + ", request " + i;

      Encoding sent = client.request(ENDPOINT, request, PROFILE);

      assertThat(sent.losses()).as(which).isEmpty();
      assertThat(server.read(Headers.NONE, sent.request().body())).as(which).isEqualTo(request);
    }
  }

  /// Makes up requests that Chat can say without a loss.
  private static final class Requests {
    private final Random random;
    private final ChatReplies words;
    private int calls;

    Requests(Random random) {
      this.random = random;
      this.words = new ChatReplies(random);
    }

    ModelRequest next() {
      calls = 0;
      List<Message> messages = new ArrayList<>();
      messages.add(new Message(Role.USER, user()));
      for (int i = random.nextInt(4); i > 0; i--) {
        round(messages);
      }
      ModelRequest request = ModelRequest.to(GPT, Conversation.of(messages));
      if (random.nextBoolean()) {
        request = request.withSystem(words.text());
      }
      if (random.nextBoolean()) {
        request = request.withTools(List.of(tool("f"), tool("g-1"))).withToolChoice(choice());
      }
      if (random.nextBoolean()) {
        request =
            request.withInference(
                InferenceConfig.DEFAULTS.withTemperature(0.25).withStopSequences(List.of("END")));
      }
      return random.nextBoolean()
          ? request
          : request.withExtra(JsonObject.of("seed", random.nextInt(9)));
    }

    private ToolSpec tool(String name) {
      return new ToolSpec(new ToolName(name), words.text(), SCHEMA, strict(), false);
    }

    private boolean strict() {
      return PROFILE.strictTools() && random.nextBoolean();
    }

    private ToolChoice choice() {
      return switch (random.nextInt(4)) {
        case 0 -> ToolChoice.AUTO;
        case 1 -> ToolChoice.ANY;
        case 2 -> ToolChoice.NONE;
        default -> new ToolChoice.Named(new ToolName("g-1"));
      };
    }

    private void round(List<Message> messages) {
      List<ContentBlock> said = new ArrayList<>();
      List<ContentBlock> answers = new ArrayList<>();
      int count = random.nextInt(4);
      if (count == 0 || random.nextBoolean()) {
        said.add(new Text(words.text()));
      }
      for (int i = 0; i < count; i++) {
        ToolUse call = call();
        said.add(call);
        answers.add(result(call.id()));
      }
      if (count == 0 || random.nextInt(3) == 0) {
        answers.addAll(user());
      }
      messages.add(new Message(Role.ASSISTANT, said));
      messages.add(new Message(Role.USER, answers));
    }

    private ToolUse call() {
      ToolUse call = ToolUse.of("call_" + ++calls, "f", JsonObject.of("a", words.text()));
      return switch (random.nextInt(6)) {
        case 0 -> call.withInput(ToolInput.of("{\"a\": \"cut"));
        case 1 ->
            new ToolUse(
                call.id(),
                call.name(),
                new ToolInput.Parsed(JsonObject.of("input", words.text())),
                JsonObject.of("type", "custom").with(Leftovers.WIRE, "chat"));
        default -> call;
      };
    }

    private ToolResult result(ToolUseId id) {
      return switch (random.nextInt(4)) {
        case 0 -> ToolResult.success(id);
        case 1 -> ToolResult.success(id, new Text(words.text()), new Text(words.text()));
        default -> ToolResult.success(id, new Text(words.text()));
      };
    }

    private List<ContentBlock> user() {
      MediaSource bytes = new MediaSource.Inline(Blob.of(new byte[] {1, 2, 3}));
      return switch (random.nextInt(4)) {
        case 0 -> List.of(new Text(words.text()), new Image("png", bytes));
        case 1 ->
            List.of(
                new Image("", new MediaSource.Url("https://example.com/a.png")),
                new Text(words.text()));
        case 2 ->
            List.of(new Document("report", "pdf", bytes, JsonObject.EMPTY), new Text(words.text()));
        default -> List.of(new Text(words.text()));
      };
    }
  }
}
