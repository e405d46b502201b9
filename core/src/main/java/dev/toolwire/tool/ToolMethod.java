package dev.toolwire.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a public method a tool; see [Tool#annotatedIn].
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ToolMethod {

  /// What the tool does, when to use it and what it answers.
  String description();

  /// The name of the tool; if not given, that of the method.
  String name() default "";

  /// After so many seconds the thread is interrupted.
  long deadlineSeconds() default 60;

  /// Running it twice does no harm.
  boolean idempotent() default false;

  /// Nothing else of the same turn runs at the same time.
  boolean exclusive() default false;

  /// A person must agree to each call first.
  boolean needsApproval() default false;

  /// It only computes, and runs in the thread that pulls the run.
  boolean inline() default false;
}
