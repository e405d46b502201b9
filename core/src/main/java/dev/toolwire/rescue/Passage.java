package dev.toolwire.rescue;

/// A stretch of text in which nothing is a call, however it looks.
interface Passage {

  /// What is left of a message in which nothing counts any more.
  Passage REST =
      in -> {
        in.skip(in.available());
        return false;
      };

  /// Reads on; whether the passage is over.
  boolean read(Window in);

  /// Thinking, up to and with what closes it.
  static Passage thinking(String closer) {
    return in -> {
      while (true) {
        int here = in.peek() < 0 ? -1 : Starts.literal(in, closer);
        if (here < 0) {
          return false;
        }
        in.skip(here > 0 ? closer.length() : 1);
        if (here > 0) {
          return true;
        }
      }
    };
  }

  /// The inside of a fence, up to and with its end, which begins a line.
  static Passage fenced(char mark, ProseContext context) {
    String closer = String.valueOf(mark).repeat(3);
    return in -> {
      while (true) {
        int c = in.peek();
        int here = c < 0 ? -1 : context.isLineStart() ? Starts.literal(in, closer) : 0;
        if (here < 0) {
          return false;
        }
        if (here > 0) {
          in.skip(closer.length());
          context.takeCall();
          return true;
        }
        context.take((char) c);
        in.skip(1);
      }
    };
  }

  /// A value that is data.
  static Passage data(int depth, ProseContext context) {
    ValueReader value = new ValueReader(false, depth);
    return in -> {
      long from = in.position();
      Answer answer = value.read(in);
      context.take(in.between(from, in.position()));
      return answer != Answer.MORE;
    };
  }
}
