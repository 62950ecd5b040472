// Lists that tell how far one is: squares, figures and bars, aligned, and the same in ASCII.

import Charts
import Screen
import Testing
import Tutoring

private let coverage = Scene(
  title: "What you know", place: "1 of 4 concepts shown",
  main: [
    .standings(
      header: ["concept", "read", "drilled", "recalled", "explained", "shown"],
      [
        StandingRow(text: "Next: Review 5 cards", note: "cards · about 2 min", name: "1"),
        StandingRow(
          text: "feature scaling", mark: "!",
          cells: [
            .parts(done: 3, of: 3), .parts(done: 1, of: 4), .share(0.62), .parts(done: 0, of: 2),
            .bar(0.29),
          ], name: "2"),
        StandingRow(
          text: "k-means", mark: "✓",
          cells: [
            .parts(done: 4, of: 4), .parts(done: 1, of: 1), .share(0.9), .nothing, .bar(0.95),
          ],
          name: "3"),
        StandingRow(
          text: "structure or noise, in a table that has none of it", mark: "~",
          cells: [
            .parts(done: 1, of: 19), .parts(done: 0, of: 1), .notBegun, .nothing, .bar(0),
          ], name: "4"),
        StandingRow(text: "distance", mark: "·", note: "needs 1", name: "5"),
      ], cursor: 1)
  ],
  aside: [.prose([Span("Recall fell to 62 % over 4 cards, last seen 9 days ago.")])],
  actions: choosing("open") + always)

@Test func `the coverage map shows each concept in columns`() {
  #expect(
    screen(coverage) == #"""
       What you know                                            1 of 4 concepts shown
      ────────────────────────────────────────────────────────────────────────────────
           Next: Review 5 cards     cards · about 2 min

           concept                  read   drilled  recalled  explained  shown
       ▸ ! feature scaling          ■■■    ■□□□      62 %     □□         ▆▆▁▁▁▁  29 %
         ✓ k-means                  ■■■■   ■         90 %                ▆▆▆▆▆▁  95 %
         ~ structure or noise,      ■□□□□  □        –                    ▁▁▁▁▁▁   0 %
           in a table that has
           none of it
         · distance                 needs 1

       Recall fell to 62 % over 4 cards, last seen 9 days ago.









      ────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter open · esc back · ? help · q quit
      """#)
}

@Test func `the coverage map keeps its columns together in a wide window`() {
  #expect(
    screen(coverage, 120, 40) == #"""
       What you know                                                                                    1 of 4 concepts shown
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
           Next: Review 5 cards                 cards · about 2 min

           concept                              read   drilled  recalled  explained  shown
       ▸ ! feature scaling                      ■■■    ■□□□      62 %     □□         ▆▆▁▁▁▁  29 %
         ✓ k-means                              ■■■■   ■         90 %                ▆▆▆▆▆▁  95 %
         ~ structure or noise, in a table that  ■□□□□  □        –                    ▁▁▁▁▁▁   0 %
           has none of it
         · distance                             needs 1

       Recall fell to 62 % over 4 cards, last seen 9 days ago.


























      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter open · esc back · ? help · q quit
      """#)
}

@Test func `without Unicode the squares are letters, one for one`() {
  #expect(
    screen(coverage, 80, 24, .ascii) == #"""
       What you know                                            1 of 4 concepts shown
      --------------------------------------------------------------------------------
           Next: Review 5 cards     cards . about 2 min

           concept                  read   drilled  recalled  explained  shown
       > ! feature scaling          ###    #...      62 %     ..         ##....  29 %
         + k-means                  ####   #         90 %                #####.  95 %
         ~ structure or noise,      #....  .        -                    ......   0 %
           in a table that has
           none of it
         . distance                 needs 1

       Recall fell to 62 % over 4 cards, last seen 9 days ago.









      --------------------------------------------------------------------------------
       ^v choose . enter open . esc back . ? help . q quit
      """#)
}

@Test func `in the smallest window the bars give way to their figures`() {
  #expect(
    screen(coverage, 60, 20) == #"""
       What you know                        1 of 4 concepts shown
      ────────────────────────────────────────────────────────────
           Next: Review 5 cards  cards · about 2 min

           concept     read   drilled  recalled  explained  shown
       ▸ ! feature     ■■■    ■□□□      62 %     □□          29 %
           scaling
         ✓ k-means     ■■■■   ■         90 %                 95 %
         ~ structure   ■□□□□  □        –                      0 %
           or noise,
           in a table
           that has
           none of it
         · distance    needs 1

       Recall fell to 62 % over 4 cards, last seen 9 days ago.


      ────────────────────────────────────────────────────────────
       ↑↓ choose · enter open · esc back · ? help · q quit
      """#)
}
