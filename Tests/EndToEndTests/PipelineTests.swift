// The pipeline as a learner meets it, with the figures of a real run.

import BuiltProgram
import Charts
import FullScreen
import LineMode
import Screen
import Testing
import Tutoring

/// The screen after some events at the pipeline of seed 12.
private func screen(
  _ events: [Event], _ width: Int = 80, _ height: Int = 24, _ glyphs: GlyphSet = .unicode
) throws -> String {
  var mirror = try Mirror(seed: 12)
  mirror.handle([.open(.pipeline("table-to-decision"))] + events)
  let face = FullScreen(size: Size(width: width, height: height), glyphs: glyphs)
  return face.draw(mirror.tutor.scene).surface.text
}

@Test func `in ASCII nothing is lost`() throws {
  let shown = try screen([.pick(1), .next, .set(field: "without", value: "scale")], 80, 24, .ascii)
  #expect(
    shown == #"""
       From table to decision . pipeline                      seed 12 . 2 of 6, scale
      --------------------------------------------------------------------------------
       [+ check]-->(> scale)-->[  cluster]-->[  evaluate]-->[  assign]-->[  decide]
        388 rows    max > 99 %  3 groups      agree 0.21     20 % move    158 wrong
                    was 25 %                  was 0.98       was 1 %      was 7

       Scale: every column is brought to one scale, so that none of them decides
       alone who is near whom. Without it spend has more than 99.9 % of the squared
       distance, and agreement with the planted kinds falls from 0.98 to 0.21.

       In: 388 rows, own units                 Out: left out
       column          mean  spread     most   The columns go on in their own units.
       spend, cents  54 795  24 654  129 620
       visits          18.3    11.0     51.0   share of squared distance
       categories       5.5     2.4     11.0   spend        > 99.9 %  ##############
       return_rate    0.191   0.115    0.463   visits          0.0 %  |
                                               categories      0.0 %  |
       spend is counted in cents from here     return_rate     0.0 %  |
       on: E 476.17 in row 1 are 47 617.
                                               values                spend, cents ->
       share of squared distance                  |        ##   ##
       The stage scale is left out. Below each stage stands what becomes of it now.
      ----------------------------------------------------------- more below v 54 % --
       > next stage . < stage back . x put it back . c draw visits . ? . q
      """#)
}

@Test func `in plain lines every stage has its facts`() throws {
  let lines = "next\n2\nnext\n\n3\n\n1\nw\nw\n\n"
  let run = try Desk().run("pipeline", "--plain", "--seed", "12", input: lines)
  #expect(run.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  for fact in [
    "row 10: column spend, value -999", "In: 388 rows, own units",
    "The run says: spend. You said: visits.",
    "share of squared distance: spend > 99.9 %, visits 0.0 %",
    "spend 25.0 %, visits 25.0 %", "Out: 3 groups after 7 rounds", "customers: A 129, B 134, C 125",
    "As you said: nearly all are found.", "silhouette: value 0.49", "agreement: value 0.98",
    "As you said: fewer than 5 %.", "change group: now 1 %, alarm > 10 %, ok",
    "ALARM", "of whom 125 are discount-driven bulk", "the pipeline counts as walked",
  ] {
    #expect(run.output.contains(fact), "\(fact)")
  }
}

@Test func `a flow that is not there is named with those that are`() throws {
  let run = try Desk().run("pipeline", "nothing")
  #expect(run.status == 64)
  #expect(run.diagnostics.contains("there are: table-to-decision"))
}
