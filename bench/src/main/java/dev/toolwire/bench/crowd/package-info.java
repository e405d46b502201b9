/// Ten thousand open streams at once: how late their events are, and what they hold. Start at
/// [CrowdBench][dev.toolwire.bench.crowd.CrowdBench].
@NullMarked
package dev.toolwire.bench.crowd;

import org.jspecify.annotations.NullMarked;
