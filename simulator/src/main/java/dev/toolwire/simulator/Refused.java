package dev.toolwire.simulator;

/// Why a request does not get in, in the words of Bedrock's front end.
record Refused(int status, String type, String message) {}
