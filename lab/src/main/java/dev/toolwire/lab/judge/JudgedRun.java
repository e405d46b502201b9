package dev.toolwire.lab.judge;

/// A run and what it is worth.
public record JudgedRun(RunRecord run, Verdict verdict) {}
