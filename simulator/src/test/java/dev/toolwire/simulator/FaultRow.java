package dev.toolwire.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// A row of `docs/faults.md`, whose cells are the runs of this test: one for each wire.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(FaultRow.Wires.class)
@interface FaultRow {

  /// What goes wrong, as the first column says.
  String value();

  /// The wires on which it means anything.
  TestWire[] on() default {TestWire.CONVERSE, TestWire.MESSAGES, TestWire.CHAT, TestWire.INVOKE};

  /// A fault of this kind, to be tried on the wires on which it means nothing.
  String elsewhere() default "";

  /// The wires of a row.
  final class Wires extends AnnotationBasedArgumentsProvider<FaultRow> {
    @Override
    protected Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context, FaultRow row) {
      return Arrays.stream(row.on()).map(Arguments::of);
    }
  }
}
