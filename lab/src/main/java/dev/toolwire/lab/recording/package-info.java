/// What was seen, kept: timelines written down as JSON Lines while a campaign goes on, and read
/// back.
///
/// [Watch][dev.toolwire.lab.recording.Watch] stands around a transport and a model and notes what
/// passes; [RecordingFile][dev.toolwire.lab.recording.RecordingFile] appends finished runs;
/// [RecordingReader][dev.toolwire.lab.recording.RecordingReader] reads them, also out of a file
/// whose writer was killed. No figure is computed here.
@NullMarked
package dev.toolwire.lab.recording;

import org.jspecify.annotations.NullMarked;
