package dev.toolwire.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Gives each test a [ModelServer] of its own that plays scripts, as a parameter of the test, of a
/// method before or after each test or of the constructor, and in every field of that type which is
/// not set. A field that the test class sets itself is [reset][ModelServer#reset] before each test.
/// After the test, whatever they were sent must have been scripted.
///
/// ```java
/// @ScriptedModels("weather.yaml")
/// class WeatherAssistantTest {
///   @Test
///   void looksTheWeatherUp(ModelServer models) {
///     new WeatherAssistant(models.openAiUrl()).ask("Is it warm in Oslo?");
///
///     models.assertThat().calls("get_weather").once().withInput("city", "Oslo");
///   }
/// }
/// ```
///
/// On a method it takes the place of the one on the class. Without [#value] and [#yaml] the scripts
/// that come with Toolwire play. Tests may run in parallel.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(ModelServerExtension.class)
public @interface ScriptedModels {

  /// Files on the class path with the scripts, beside the test class or, from a `/` on, from the
  /// root.
  String[] value() default {};

  /// A script, here and now; asked before those of [#value].
  String yaml() default "";

  /// Which run of the scripts is played.
  int run() default 1;

  /// The pace of every script, such as `first 400ms, every 15ms`; their own if empty.
  String pace() default "";

  /// What goes wrong, such as `request 1: throttling`.
  String[] faults() default {};

  /// Whether what no script answers is refused and fails the test. Otherwise the model says that it
  /// has no script for that.
  boolean strict() default true;
}
