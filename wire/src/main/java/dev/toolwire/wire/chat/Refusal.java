package dev.toolwire.wire.chat;

/// Why a server does not take a request.
///
/// @param message the service's words
/// @param param what of the request they are about; may be empty
/// @param code the error's name; may be empty
record Refusal(String message, String param, String code) {}
