# The verbs. Each finds a JDK 25 by itself; ARGS="…" is handed on.
maven := build/maven
totals := -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire.SurefireMojo=info
.PHONY: verify test quick slow format golden conformance fuzz mutation bench docs stall-control stall-hello stall-fibonacci

# Everything but the strangers: compile with all checkers, unit tests, format.
verify test:
	$(maven) verify $(ARGS)

# Compile and unit tests without the checkers.
quick:
	$(maven) -q -Pquick test $(ARGS)

# Tests that wait in real time or measure the machine.
slow:
	$(maven) -q -Pquick test -Dtest.groups=slow -Dtest.excluded=none $(totals) $(ARGS)

format:
	$(maven) -q spotless:apply $(ARGS)

# Rewrite the golden files, then show what changed.
golden:
	$(maven) -q -Pquick test -Dgolden=update $(ARGS)
	git status --short && git diff --stat

# Official SDKs against our servers, and reports in a browser.
conformance: conformance/js/node_modules/.package-lock.json
	$(maven) -q verify -Pconformance -DskipTests -pl conformance -am $(totals) $(ARGS)
	cd conformance/js && npm test --silent

conformance/js/node_modules/.package-lock.json: conformance/js/package-lock.json
	cd conformance/js && npm ci --silent

# Hostile input for the readers, an hour for each; ARGS=-Djazzer.max_duration=… sets how long. What was found stays in
# fuzz/.cifuzz-corpus and is where the next run begins.
fuzz:
	mkdir -p fuzz/.cifuzz-corpus
	JAZZER_FUZZ=1 $(maven) -q test -Pquick -pl fuzz -am -Dtest='*FuzzTest' -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

# What the tests of the judgement would miss: fails above one surviving mutant in ten.
mutation:
	$(maven) -q test -Pquick,mutation -pl lab -am -Dtest=HandJudgedTest -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

bench:
	$(maven) -q package -Pquick -DskipTests -pl bench -am
	. build/jdk.sh && find_jdk && "$$JAVA_HOME/bin/java" -jar bench/target/quick/bench.jar $(ARGS)

# The library's reference, into target/reports/apidocs.
docs:
	$(maven) -q -DskipTests package javadoc:aggregate $(ARGS)

# One run by hand, every event with its time; ARGS="--model …" asks a live model.
timed := ./toolwire ask --show events --timestamps --tools fs_write --root target/stall
stall-control:
	@mkdir -p target/stall
	./toolwire ask --show events --timestamps --tools none $(ARGS) "Write 5000 characters of filler text as plain text, without a tool."

stall-hello:
	./toolwire ask --show events --timestamps --tools none $(ARGS) "Say hello."

stall-fibonacci:
	@mkdir -p target/stall
	$(timed) $(ARGS) "Write a small program that prints the first Fibonacci numbers to fibonacci.py"

stall-%:
	@mkdir -p target/stall
	$(timed) $(ARGS) "Write $* characters of filler text to stall.txt"
