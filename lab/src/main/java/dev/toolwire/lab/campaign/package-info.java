/// Many runs, done once each: planned in a random order that a seed gives, a few at a time, kept as
/// they finish, and gone on with after an interruption. What a run is, others say.
///
/// [Campaign][dev.toolwire.lab.campaign.Campaign] does the runs and tells its
/// [Progress][dev.toolwire.lab.campaign.Progress]; [Journal][dev.toolwire.lab.campaign.Journal] is
/// the file in which they are kept, and which a killed process leaves readable. What is in the
/// journal already is left out of the next campaign ([Campaign#without]).
@NullMarked
package dev.toolwire.lab.campaign;

import org.jspecify.annotations.NullMarked;
