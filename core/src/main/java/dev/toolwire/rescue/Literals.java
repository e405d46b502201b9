package dev.toolwire.rescue;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Literals that are looked for at one place at once, the longest winning; each stands for a value.
///
/// A place is looked at for at most as long as the longest literal, however the text is cut.
final class Literals<V> {

  /// What stands at a place: a literal, none, or too little text to tell.
  record Match<V>(@Nullable V value, int length, boolean undecided) {}

  private static final class Node<V> {
    private char[] keys = new char[0];
    private Node<V>[] next = array(0);

    /// The same by character, where there are many.
    private @Nullable Node<V>[] table = array(0);

    private @Nullable V value;

    @SuppressWarnings("unchecked")
    private static <V> Node<V>[] array(int size) {
      return (Node<V>[]) new Node<?>[size];
    }

    private @Nullable Node<V> after(char c) {
      if (c < table.length) {
        return table[c];
      }
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == c) {
          return next[i];
        }
      }
      return null;
    }

    private Node<V> grow(char c) {
      Node<V> there = after(c);
      if (there != null) {
        return there;
      }
      keys = Arrays.copyOf(keys, keys.length + 1);
      next = Arrays.copyOf(next, keys.length);
      Node<V> node = new Node<>();
      keys[keys.length - 1] = c;
      next[keys.length - 1] = node;
      if (keys.length > FEW) {
        table = array(ASCII);
        for (int i = 0; i < keys.length; i++) {
          if (keys[i] < ASCII) {
            table[keys[i]] = next[i];
          }
        }
      }
      return node;
    }
  }

  private static final int ASCII = 128;

  /// How many ways on are looked through one by one.
  private static final int FEW = 4;

  private final Node<V> root = new Node<>();

  private final boolean anyCase;
  private final Match<V> none = new Match<>(null, 0, false);
  private final Match<V> undecided = new Match<>(null, 0, true);

  /// @param anyCase letters match in either case
  Literals(boolean anyCase) {
    this.anyCase = anyCase;
  }

  /// The first value that is added for a literal stays.
  void add(String literal, V value) {
    String path = anyCase ? literal.toLowerCase(Locale.ROOT) : literal;
    Node<V> node = root;
    for (int i = 0; i < path.length(); i++) {
      node = node.grow(path.charAt(i));
    }
    if (node.value == null) {
      node.value = value;
    }
  }

  Match<V> at(Window window) {
    return at(window, 0);
  }

  Match<V> at(Window window, int ahead) {
    int first = window.peek(ahead);
    if (first < 0) {
      return first == Window.MORE ? undecided : none;
    }
    Node<V> node = root.after(fold((char) first));
    return node == null ? none : behind(node, window, ahead);
  }

  /// The longest literal whose first character stands at `ahead`.
  private Match<V> behind(Node<V> second, Window window, int ahead) {
    Node<V> node = second;
    V found = null;
    int length = 0;
    for (int i = 1; ; i++) {
      if (node.value != null) {
        found = node.value;
        length = i;
      }
      if (node.keys.length == 0) {
        break;
      }
      int c = window.peek(ahead + i);
      if (c == Window.MORE) {
        return undecided;
      }
      Node<V> after = c < 0 ? null : node.after(fold((char) c));
      if (after == null) {
        break;
      }
      node = after;
    }
    return found == null ? none : new Match<>(found, length, false);
  }

  private char fold(char c) {
    return anyCase ? Character.toLowerCase(c) : c;
  }

  /// The characters that a literal may begin with.
  String firsts() {
    String keys = new String(root.keys);
    return anyCase ? keys + keys.toUpperCase(Locale.ROOT) : keys;
  }
}
