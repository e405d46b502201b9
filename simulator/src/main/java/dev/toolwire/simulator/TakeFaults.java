package dev.toolwire.simulator;

import java.util.List;

/// The faults that change what is said.
final class TakeFaults {

  private TakeFaults() {}

  static Take apply(Take take, List<Fault> faults) {
    Take faulty = take;
    for (Fault fault : faults) {
      faulty =
          switch (fault) {
            case Fault.EmptyInput() ->
                withCalls(faulty, call -> new Take.Call(call.id(), call.tool(), ""));
            case Fault.RepeatedIds() ->
                withCalls(
                    faulty, call -> new Take.Call("tooluse_repeated", call.tool(), call.input()));
            case Fault.Status _,
                Fault.Drop _,
                Fault.Cut _,
                Fault.CorruptByte _,
                Fault.BadCrc _,
                Fault.InStreamException _,
                Fault.Stall _,
                Fault.SlowDrip _,
                Fault.UnknownEvent _,
                Fault.MissingMessageStop _,
                Fault.MissingBlockStop _ ->
                faulty;
          };
    }
    return faulty;
  }

  private static Take withCalls(Take take, java.util.function.UnaryOperator<Take.Call> change) {
    return take.withBlocks(
        take.blocks().stream()
            .map(block -> block instanceof Take.Call call ? change.apply(call) : block)
            .toList());
  }
}
