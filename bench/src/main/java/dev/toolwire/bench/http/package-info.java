/// Which blocking HTTP client should carry Toolwire's requests: the same scenarios, each client in
/// a fresh process of its own, against a hand-written server in another process. Start at
/// [HttpClientBench], which prints the table; `docs/dependencies.md` quotes it.
@NullMarked
package dev.toolwire.bench.http;

import org.jspecify.annotations.NullMarked;
