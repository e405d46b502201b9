package dev.toolwire.wire.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.json.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The template is a short cut: whatever comes, it tells what the parser would have told.
class ChunkTemplateTest {

  private static final int STREAMS = 3_000;
  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

  @Test
  void whatTheTemplateReadsTheParserReadsTheSame() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int chunks = 0;
    int fast = 0;
    for (int i = 0; i < STREAMS; i++) {
      List<String> stream = new ChatChunks(random).stream();
      assertThat(decoded(stream, random))
          .as("seed %d, stream %d: %s", seed, i, stream)
          .isEqualTo(parsed(stream));
      chunks += stream.size();
      fast += readByTemplate(stream);
    }
    assertThat(fast).as("seed %d", seed).isBetween(chunks / 10, chunks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the same text in another place, before and behind the one that counts
        "{'m':{'delta':{'content':'A'}},'choices':[{'index':0,'delta':{'content':'A'}}]}"
            + "|{'m':{'delta':{'content':'B'}},'choices':[{'index':0,'delta':{'content':'A'}}]}",
        "{'choices':[{'index':0,'delta':{'content':'A'}}],'m':{'delta':{'content':'A'}}}"
            + "|{'choices':[{'index':0,'delta':{'content':'B'}}],'m':{'delta':{'content':'A'}}}",
        "{'choices':[{'d\\u0065lta':{'content':'A'},'m':{'delta':{'content':'A'}}}]}"
            + "|{'choices':[{'d\\u0065lta':{'content':'A'},'m':{'delta':{'content':'B'}}}]}",
        "{'choices':[{'delta':{'m':{'content':'A'},'content':'A'}}]}"
            + "|{'choices':[{'delta':{'m':{'content':'B'},'content':'A'}}]}",
        // a first chunk, of which the others lack the rest, or say more
        "{'choices':[{'delta':{'role':'assistant','content':'','refusal':null}}]}"
            + "|{'choices':[{'delta':{'content':'B'}}]}|{'choices':[{'delta':{'refusal':'No'}}]}",
        "{'choices':[{'delta':{'role':'assistant','content':'','refusal':null}}]}"
            + "|{'choices':[{'delta':{'content':'B','refusal':'No'}}]}"
            + "|{'choices':[{'delta':{'content':'C','refusal':null,'refusal':'No'}}]}",
        // a member twice, where the last counts
        "{'choices':[{'delta':{'content':'A','content':'A'}}]}"
            + "|{'choices':[{'delta':{'content':'B','content':'A'}}]}",
        "{'choices':[{'delta':{'reasoning':'A','content':null}}]}"
            + "|{'choices':[{'delta':{'content':'B','content':null}}]}",
        // other members change, or say something all of a sudden
        "{'id':'1','choices':[{'delta':{'content':'A'}}]}|{'id':'2','choices':[{'delta':{'content':'B'}}]}",
        "{'choices':[{'delta':{'content':'A'}}],'usage':null}"
            + "|{'choices':[{'delta':{'content':'B'}}],'usage':{'prompt_tokens':3}}",
        "{'choices':[{'delta':{'content':'A'},'finish_reason':null}]}"
            + "|{'choices':[{'delta':{'content':'B'},'finish_reason':'length'}]}",
        "{'choices':[{'delta':{'content':'A'}}]}"
            + "|{'choices':[{'delta':{'content':'B'}},{'index':1,'delta':{'content':'C'}}]}",
        "{'choices':[{'index':1,'delta':{'content':'A'}}]}|{'choices':[{'index':1,'delta':{'content':'B'}}]}",
        // what looks like the end of the text and is not
        "{'choices':[{'delta':{'content':'A'}}]}|{'choices':[{'delta':{'content':'B\\\\'}}]}'}}]}",
        "{'choices':[{'delta':{'content':'A'}}]}|{'choices':[{'delta':{'content':'}}]},{'}}]}",
        "{'choices':[{'delta':{'content':'A'}}]}|{'choices':[{'delta':{'content':''}}]}",
        "{'choices':[{'delta':{'content':'A'}}]}|{'choices':[{'delta':{'content':'\\\\ud83d'}}]}",
        // an index that has not begun, and one that is none
        "{'choices':[{'delta':{'content':'A'}}]}"
            + "|{'choices':[{'delta':{'tool_calls':[{'index':4,'function':{'arguments':'{}'}}]}}]}",
        "{'choices':[{'delta':{'content':'A'}}]}"
            + "|{'choices':[{'delta':{'tool_calls':[{'index':-1,'function':{'arguments':'{}'}}]}}]}",
        // padding
        "{'choices':[{'delta':{'content':'A'}}],'obfuscation':'ab'}"
            + "|{'choices':[{'delta':{'content':'B'}}],'obfuscation':'c'}",
        "{'choices':[{'delta':{'content':'A'}}],'obfuscation':'ab'}"
            + "|{'choices':[{'delta':{'content':'B'}}],'obfuscation':'c','error':{'message':'No'}}",
        "{'choices':[{'delta':{'content':'A'}}],'obfuscation':null,'x':'ab'}"
            + "|{'choices':[{'delta':{'content':'B'}}],'obfuscation':null,'error':'ab'}",
      })
  void chunksThatLookAlikeAreToldApart(String chunks) {
    List<String> stream = BAR.splitAsStream(chunks.replace('\'', '"')).toList();

    assertThat(decoded(stream, new Random(1))).isEqualTo(parsed(stream));
  }

  @Test
  void firstChunkTeachesAllOthers() {
    String chunk =
        "{\"id\":\"chatcmpl-1\",\"choices\":[{\"index\":0,\"delta\":{%s},\"finish_reason\":null}]}";

    assertThat(
            readByTemplate(
                List.of(
                    chunk.formatted("\"role\":\"assistant\",\"content\":\"\",\"refusal\":null"),
                    chunk.formatted("\"content\":\"Two \""),
                    chunk.formatted("\"content\":\"words\",\"refusal\":null"),
                    chunk.formatted(
                        "\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}}]"))))
        .isEqualTo(3);
  }

  @Test
  void eventThatIsCalledAnErrorIsOneWhateverItLooksLike() {
    String chunk = "{\"choices\":[{\"delta\":{\"content\":\"A\"}}]}";
    String event = "data: " + chunk + "\n\n";
    String stream = event + event + "event: error\n" + event;
    List<Object> told = decoded(stream.getBytes(UTF_8), new Random(1));

    assertThat(told.getLast()).asString().startsWith("ProviderException");
  }

  /// The events, and the failure that ended them, as the decoder tells them, its bytes cut
  /// anywhere.
  private static List<Object> decoded(List<String> chunks, Random random) {
    StringBuilder stream = new StringBuilder();
    chunks.forEach(chunk -> stream.append("data: ").append(chunk).append("\n\n"));
    return decoded(stream.append("data: [DONE]\n\n").toString().getBytes(UTF_8), random);
  }

  private static List<Object> decoded(byte[] bytes, Random random) {
    List<Object> told = new ArrayList<>();
    StreamDecoder decoder = new ChatCodec().stream();
    try {
      int at = 0;
      while (at < bytes.length) {
        int size = Math.min(1 + random.nextInt(300), bytes.length - at);
        decoder.feed(new Chunk(bytes, at, size, at));
        while (decoder.next() instanceof Arrival.Event(StreamEvent event, _, _)) {
          told.add(event);
        }
        at += size;
      }
      decoder.end();
    } catch (ModelException broken) {
      told.add(failure(broken));
    }
    return told;
  }

  /// The same as the parser tells them, without a template.
  private static List<Object> parsed(List<String> chunks) {
    List<Object> told = new ArrayList<>();
    AnswerEvents answer = new AnswerEvents();
    try {
      for (int i = 0; i < chunks.size(); i++) {
        byte[] bytes = chunks.get(i).getBytes(UTF_8);
        WireObject chunk = WireObject.parse("event " + (i + 1), bytes, 0, bytes.length);
        if (chunk.has("error")) {
          throw ErrorReader.inStream(chunk);
        }
        answer.chunk(chunk);
        drain(answer, told);
      }
      answer.end();
      drain(answer, told);
    } catch (ModelException broken) {
      drain(answer, told);
      told.add(failure(broken));
    }
    return told;
  }

  private static void drain(AnswerEvents answer, List<Object> told) {
    for (StreamEvent event = answer.poll(); event != null; event = answer.poll()) {
      told.add(event);
    }
  }

  private static String failure(ModelException broken) {
    return broken.getClass().getSimpleName() + ": " + broken.getMessage();
  }

  private static int readByTemplate(List<String> chunks) {
    ChunkTemplate template = new ChunkTemplate();
    int read = 0;
    for (String chunk : chunks) {
      byte[] bytes = chunk.getBytes(UTF_8);
      if (template.reads(bytes, 0, bytes.length)) {
        read++;
      } else {
        try {
          template.learn(
              bytes, 0, bytes.length, WireObject.parse("a chunk", bytes, 0, bytes.length).node());
        } catch (ModelException broken) {
          return read;
        }
      }
    }
    return read;
  }
}
