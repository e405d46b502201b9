package dev.toolwire.simulator;

import dev.toolwire.simulator.Beat.Bytes;
import dev.toolwire.simulator.Fault.Cut;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The faults that strike the bytes of a body.
final class ByteFaults {

  private ByteFaults() {}

  /// @param framed whether each run of bytes is a frame that ends with a checksum
  static Iterator<Beat> apply(Iterator<Beat> beats, List<Fault> faults, boolean framed) {
    Iterator<Beat> faulty = beats;
    for (Fault fault : faults) {
      Optional<Edited.Edit<Beat>> edit = edit(fault, framed);
      if (edit.isPresent()) {
        faulty = new Edited<>(faulty, edit.get());
      }
    }
    return faulty;
  }

  private static Optional<Edited.Edit<Beat>> edit(Fault fault, boolean framed) {
    return switch (fault) {
      case Cut cut -> Optional.of(new Cutting(cut));
      case Fault.CorruptByte(long at) -> Optional.of(new Corruption(at));
      case Fault.BadCrc(long frame) when framed -> Optional.of(new WrongChecksum(frame));
      case Fault.SlowDrip(int bytes, Duration every) ->
          Optional.of(new Dripping(bytes, every.toNanos()));
      case Fault.BadCrc _,
          Fault.Status _,
          Fault.Drop _,
          Fault.InStreamException _,
          Fault.Stall _,
          Fault.UnknownEvent _,
          Fault.BadJson _,
          Oddity _ ->
          Optional.empty();
    };
  }

  private static final class Cutting implements Edited.Edit<Beat> {
    private final Cut cut;
    private long left;

    Cutting(Cut cut) {
      this.cut = cut;
      this.left = cut.count();
    }

    @Override
    public void edit(Beat beat, Consumer<Beat> out) {
      if (!(beat instanceof Bytes bytes)) {
        out.accept(beat);
        return;
      }
      int size = cut.unit() == Cut.Unit.FRAMES ? 1 : bytes.length();
      if (size <= left) {
        left -= size;
        out.accept(bytes);
        return;
      }
      if (cut.unit() == Cut.Unit.BYTES && left > 0) {
        out.accept(bytes.slice(0, (int) left, bytes.dueNanos()));
      }
      left = 0;
      out.accept(
          cut.manner() == Cut.Manner.BREAK
              ? new Beat.Breaks(bytes.dueNanos())
              : new Beat.Ends(bytes.dueNanos()));
    }
  }

  private static final class Corruption implements Edited.Edit<Beat> {
    private long left;

    Corruption(long at) {
      this.left = at;
    }

    @Override
    public void edit(Beat beat, Consumer<Beat> out) {
      if (!(beat instanceof Bytes bytes)) {
        out.accept(beat);
        return;
      }
      boolean here = left >= 0 && left < bytes.length();
      out.accept(here ? flipped(bytes, (int) left) : bytes);
      left -= bytes.length();
    }
  }

  private static final class WrongChecksum implements Edited.Edit<Beat> {
    private long left;

    WrongChecksum(long frame) {
      this.left = frame;
    }

    @Override
    public void edit(Beat beat, Consumer<Beat> out) {
      boolean here = beat instanceof Bytes && --left == 0;
      out.accept(here && beat instanceof Bytes bytes ? flipped(bytes, bytes.length() - 1) : beat);
    }
  }

  private static Bytes flipped(Bytes bytes, int at) {
    byte[] changed =
        Arrays.copyOfRange(bytes.bytes(), bytes.offset(), bytes.offset() + bytes.length());
    changed[at] ^= 0x20;
    return new Bytes(changed, bytes.dueNanos());
  }

  private static final class Dripping implements Edited.Edit<Beat> {
    private final int size;
    private final long gap;
    private long due;

    Dripping(int size, long gap) {
      this.size = size;
      this.gap = gap;
    }

    @Override
    public void edit(Beat beat, Consumer<Beat> out) {
      due = Math.max(due, beat.dueNanos());
      switch (beat) {
        case Bytes bytes -> {
          for (int from = 0; from < bytes.length(); from += size) {
            out.accept(bytes.slice(from, Math.min(size, bytes.length() - from), due));
            due = Moment.plus(due, gap);
          }
        }
        case Beat.Ends _ -> out.accept(new Beat.Ends(due));
        case Beat.Breaks _ -> out.accept(new Beat.Breaks(due));
      }
    }
  }
}
