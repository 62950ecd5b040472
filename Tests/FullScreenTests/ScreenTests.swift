// What the learner sees, as drawn text. Read them as a learner would: calm, aligned, nothing lost.

import Charts
import Testing
import Tutoring

@Test func `home shows where one is and what comes next`() {
  #expect(
    screen(Sample.home) == #"""
       Centroid                                             5 cards due · about 9 min
      ────────────────────────────────────────────────────────────────────────────────
       1  What is clustering?      ■■■■□□□□□  4 of 9 parts shown
       2  Distance and similarity  □□□□□□□    0 of 7 parts shown

       ▸   Continue: The loud feature                              lab · about 20 min
         ✓ lesson       What is clustering?                             passed · 92 %
         ★ concept      How many kinds?                           passed cold · 100 %
         + labs         The loud feature                                        tried
         · flows        From table to decision                                 25 min
         · cards        12 flash cards                                          6 min

       · not opened  o seen  + tried  ✓ passed  ★ passed cold: no hint, new seed









      ────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter open · c cards · i interview · v notes: both · ? · q
      """#)
}

@Test func `a lesson shows the picture beside the question`() {
  #expect(
    screen(Sample.lesson) == #"""
       What is clustering?                                               3 of 9 pages
      ────────────────────────────────────────────────────────────────────────────────
       Three kinds, or more?
       400 customers, nobody has labelled them. Two columns of their table:

       visits                            spend, € →   Before you go on: how many
       30 ┤          a                                kinds of customer do you see?
          │   aaa aa aa                  b b b
          │    aaaaaaaaa               bbbbbbbbb        2
       20 ┤       aaa                  bb bbbbbb      ▸ 3
          │                               b  b          4
       10 ┤   c  c c                                    no clear groups: the points
          │  cc cc cc                                   are one cloud
          │  ccc ccc c
        0 ┤     c  c                                  How sure?  ( ) guess  (*)
          ┼┬──────┬──────┬───────┬──────┬──────┬───   fairly  ( ) sure
           0     200    400     600    800   1000
          a 30  b 30  c 30
       3 groups, spend (€) across and visits up:
       A 30 points around (208, 24), B 30 points
       around (888, 21), C 30 points around
       (158, 6.02).
      ────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter answer · s how sure · h hint (−20 %) · ? · q
      """#)
}

@Test func `a lab shows the values beside what they do`() {
  #expect(
    screen(Sample.lab) == #"""
       The loud feature · labs                             seed 4711 · 1 of 4, repair
      ────────────────────────────────────────────────────────────────────────────────
       Repair it
       Set the values so that the groups mean something.

       visits                            spend, € →   Bring the agreement above 0.9.
          │   a a aa aa                  b   b
       20 ┤    aaaaaaaaa               bbbbbbbbb      ▸ scale     ◂ none ▸  1 of 3
          │  cc ccccc                                   spend in    cents
        0 ┤  ccccccc c                                  k           3
          ┼┬──────┬──────┬───────┬──────┬──────┬───
           0     200    400     600    800   1000     it gives     now  at first
          a 30  b 30  c 30                            agreement   0.08      0.97
       3 groups, spend (€) across and visits up:      silhouette  0.71      0.52
       A 30 points around (208, 24), B 30 points
       around (888, 21), C 30 points around
       (158, 6.02).

       share of squared distance
       spend   99.9 %  ████████████████████████████
       visits   0.1 %  ▏
       Nothing to undo.
      ────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter submit · ←→ change · u undo · h hint (−20 %) · ? · q
      """#)
}

@Test func `a flow lists its steps under the question`() {
  #expect(
    screen(Sample.flow) == #"""
       From table to decision · flows                         seed 12 · 1 of 2, order
      ────────────────────────────────────────────────────────────────────────────────
       Put the steps in order
       The order is run as you leave it.

       In which order do these steps work?

         1 check the table against its contract
         2 cluster
       ▸ 3 scale the features, so that each of them has a say in the distances
         4 evaluate
         5 assign new customers and watch










      ────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter run this order · ←→ carry · h hint (−20 %) · ? · q
      """#)
}

@Test func `an outcome tells the verdict before the tables`() {
  #expect(
    screen(Sample.outcome) == #"""
       From table to decision · flows                         seed 12 · 1 of 2, order
      ────────────────────────────────────────────────────────────────────────────────
       Put the steps in order
       The order is run as you leave it.

       ~ Score 0.60: one rule of ten is broken.
         scale before distances: 0 % of 40 %. The distances of step 2 were
           99.9 % spend.
         agreement: 0.08
         With this order 38 % of the customers change their group next week.

       Your order, as it ran
          step      state  what happened
       1  check     ok     400 rows, 0 rejected
       2  cluster   ok     3 groups
       3  scale     late   too late: the distances of step 2 were 99.9 % spend
       4  evaluate  low    agreement 0.08





      ────────────────────────────────────────────────────────────────────────────────
       enter next step · esc back · ? help · q quit
      """#)
}

@Test func `an answer is written under its question`() {
  #expect(
    screen(Sample.writing("Clustering puts similar things together.\n\nIt needs no labels."))
      == #"""
       Explain clustering · interview                         seed 3 · 1 of 1, answer
      ────────────────────────────────────────────────────────────────────────────────
       Strong answer
       Two minutes, as you would speak.

       What is clustering, and when would you not use it?

       1. Define it in one sentence.
       2. Ground it in a scenario.

       ── your answer ─────────────────────────────────────────────────────────────
       Clustering puts similar things together.

       It needs no labels.







       ─────────────────────────────────────────────────── line 3 of 3 · 9 words ──
      ────────────────────────────────────────────────────────────────────────────────
       ctrl-d commit · esc back · F1 help · ctrl-q quit
      """#)
}

@Test func `help is the table of keys`() {
  #expect(
    screen(Sample.help) == #"""
       Keys here: What is clustering?                                            help
      ────────────────────────────────────────────────────────────────────────────────
       key              typed in the line face  what it does
       enter            enter                   answer
       ↑ k              up                      up
       ↓ j              down                    down
       s                sure                    how sure
       h                hint                    hint (−20 %)
       space enter n →  next                    next page
       b ←              previous                page back
       esc              back                    back
       ?                ?                       help
       q                q                       quit

       Everything that you answer is on disk before the screen moves on.

       You can quit at any key; you come back to this place.





      ────────────────────────────────────────────────────────────────────────────────
       esc back · q quit
      """#)
}

@Test func `a walkthrough shows source with its line numbers`() {
  #expect(
    screen(Sample.walkthrough) == #"""
       How k-means is built                                              2 of 6 pages
      ────────────────────────────────────────────────────────────────────────────────
       One round
       Each point goes to its nearest center, then each center goes to the mean of
       its points. The inertia never rises: both steps can only lower it.

       Clustering/KMeans.swift, line 98
        98  func step(_ points: Points) -> KMeansState {
        99    let labels = points.map { nearestCenter(to: $0, among: centers,
                  startingFrom: lastLabels) }
       100    // An empty cluster keeps its center.
       101    return KMeansState(labels: labels, centers: means(of: points, labels))
       102  }

       │ First time
       │ A center is not a customer. It is the mean of a group, and nobody may
       │ stand there.

       • It stops when no label changes.
       • It also stops after a given number of rounds, and says so, because then it
         did not converge.

      ────────────────────────────────────────────────────────────────────────────────
       space next page · b page back · esc back · ? help · q quit
      """#)
}

@Test func `marks, notes and verdicts are told without colour`() {
  #expect(
    screen(Sample.manyChoices) == #"""
       Marking                                                                 points
      ────────────────────────────────────────────────────────────────────────────────
       Which of these did you say? Mark honestly: only you see it.

         [x] Clusters are groups of similar points found without labels, so there is
             no accuracy to report.
       ▸ [ ] Features on larger scales dominate the distances.
             found in: "the bigger numbers win" (matched in your second sentence)

       ✓ Right: 3 groups.
         silhouette: 0.52
         agreement: 0.97

       ✗ Not yet.
         The groups are of no use.

       · Your answer is on record.





      ────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter mark · esc back · ? help · q quit
      """#)
}

@Test func `wide columns give way, and too many become lines`() {
  #expect(
    screen(Sample.tables) == #"""
       Tables
      ────────────────────────────────────────────────────────────────────────────────
       algorithm  shape of its groups            what it needs to be told        cost
       k-means    round, of similar size,        k, the number of groups        1 200
                  around a mean
       DBSCAN     any shape, as dense as each    how near is near, and how         45
                  other, with the rest told as   many neighbours make a crowd
                  noise

       column1: 1000
       column2: 2000
       column3: 3000
       column4: 4000
       column5: 5000
       column6: 6000
       column7: 7000
       column8: 8000
       column9: 9000
       column10: 10000
       column11: 11000
       column12: 12000
       column13: 13000
      ─────────────────────────────────────────────────────────── more below ↓ 86 % ──
       esc back · ? help · q quit
      """#)
}

@Test func `wide characters are aligned and control characters are harmless`() {
  #expect(
    screen(Sample.foreign) == #"""
       聚类是什么？                                                      1 of 3 pages
      ────────────────────────────────────────────────────────────────────────────────
       没有标签的客户 👩👩👧
       聚类把彼此相近的点放进同一组，不需要任何标签。每一组的中心是组内各点的平均值
       ，它不一定是真实的客户。
       列         值
       消费  210,5 €
       café     −3 %
       👍         12

       red �[31mnot red�, �backwards, tab here, é











      ────────────────────────────────────────────────────────────────────────────────
       space next page · esc back · ? help · q quit
      """#)
}

@Test func `in plain ASCII the layout stays`() {
  #expect(
    screen(Sample.lesson, 80, 24, .ascii) == #"""
       What is clustering?                                               3 of 9 pages
      --------------------------------------------------------------------------------
       Three kinds, or more?
       400 customers, nobody has labelled them. Two columns of their table:

       visits                           spend, E ->   Before you go on: how many
       30 +          a                                kinds of customer do you see?
          |   aaa aa aa                  b b b
          |    aaaaaaaaa               bbbbbbbbb        2
       20 +       aaa                  bb bbbbbb      > 3
          |                               b  b          4
       10 +   c  c c                                    no clear groups: the points
          |  cc cc cc                                   are one cloud
          |  ccc ccc c
        0 +     c  c                                  How sure?  ( ) guess  (*)
          ++------+------+-------+------+------+---   fairly  ( ) sure
           0     200    400     600    800   1000
          a 30  b 30  c 30
       3 groups, spend (E) across and visits up:
       A 30 points around (208, 24), B 30 points
       around (888, 21), C 30 points around
       (158, 6.02).
      --------------------------------------------------------------------------------
       ^v choose . enter answer . s how sure . h hint (-20 %) . ? . q
      """#)
}

@Test func `in a small window the question stands below the picture`() {
  #expect(
    screen(Sample.lesson, 60, 20) == #"""
       What is clustering?                           3 of 9 pages
      ────────────────────────────────────────────────────────────
       Three kinds, or more?
       400 customers, nobody has labelled them. Two columns of
       their table:

       visits                                          spend, € →
          │     a a a a aaa                         b     b
       20 ┤     aaaaaaaaaaaa                     bbbbbbbbbbbbb
          │  cccc ccccc c
        0 ┤  c c c ccc c c
          ┼┬─────────┬─────────┬─────────┬─────────┬─────────┬───
           0        200       400       600       800      1000
          a 30  b 30  c 30
       3 groups, spend (€) across and visits up: A 30 points
       around (208, 24), B 30 points around (888, 21), C 30
       points around (158, 6.02).

      ─────────────────────────────────────── more below ↓ 66 % ──
       ↑↓ choose · enter answer · s how sure · ? · q
      """#)
}

@Test func `a wide window gives the picture room`() {
  #expect(
    screen(Sample.lesson, 120, 40) == #"""
       What is clustering?                                                                                       3 of 9 pages
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       Three kinds, or more?                                                  Before you go on: how many kinds of customer
       400 customers, nobody has labelled them. Two columns of                do you see?
       their table:
                                                                                2
       visits                                                   spend, € →    ▸ 3
          │               a                                                     4
          │        a    a                                                       no clear groups: the points are one cloud
          │     a  a  a a a  a
       25 ┤      a a  a a  a                               b   b  b           How sure?  ( ) guess  (*) fairly  ( ) sure
          │       a    a  a  a                          b b  b  b b b
          │      a   a a a a  a                         b  b b     b
          │        a a  a  a                                   bbb  b
       20 ┤          a    a                               b b b    b b
          │                                             b b  b   b
          │                                                  b  b bb
       15 ┤
          │
          │
          │
       10 ┤      c   c c
          │   c c  c    c c
          │      c c c  c
          │   c     cc    c
        5 ┤    c  c c  c
          │   c c c   c  c c
          │        c c   c
          │            c
          ┼┬───────────┬──────────┬───────────┬──────────┬───────────┬────
           0          200        400         600        800        1000
          a 30  b 30  c 30
       3 groups, spend (€) across and visits up: A 30 points around (208,
       24), B 30 points around (888, 21), C 30 points around (158, 6.02).




      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter answer · s how sure · h hint (−20 %) · space next page · b page back · esc back · ? help · q quit
      """#)
}

@Test func `a wide window shows every choice of a form`() {
  #expect(
    screen(Sample.lab, 120, 40) == #"""
       The loud feature · labs                                                                     seed 4711 · 1 of 4, repair
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       Repair it                                                              Bring the agreement above 0.9.
       Set the values so that the groups mean something.
                                                                              ▸ scale     [none] standard  minmax
       visits                                                   spend, € →      spend in   euros [cents]
          │               a                                                     k          2 [3] 4  5  6  7  8
          │        a    a
          │     a  a  a a a  a                                                it gives     now  at first
       25 ┤      a a  a a  a                               b   b  b           agreement   0.08      0.97
          │       a    a  a  a                          b b  b  b b b         silhouette  0.71      0.52
          │      a   a a a a  a                         b  b b     b
          │        a a  a  a                                   bbb  b
       20 ┤          a    a                               b b b    b b
          │                                             b b  b   b
          │                                                  b  b bb
       15 ┤
          │
          │
          │
       10 ┤      c   c c
          │   c c  c    c c
          │      c c c  c
          │   c     cc    c
        5 ┤    c  c c  c
          │   c c c   c  c c
          │        c c   c
          │            c
          ┼┬───────────┬──────────┬───────────┬──────────┬───────────┬────
           0          200        400         600        800        1000
          a 30  b 30  c 30
       3 groups, spend (€) across and visits up: A 30 points around (208,
       24), B 30 points around (888, 21), C 30 points around (158, 6.02).

       share of squared distance
       spend   99.9 %  ███████████████████████████████████████████████████
       visits   0.1 %  ▏
       Nothing to undo.
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       ↑↓ choose · enter submit · ←→ change · u undo · h hint (−20 %) · esc back · ? help · q quit
      """#)
}

@Test func `a window that is too small says what is needed`() {
  #expect(
    screen(Sample.lesson, 50, 12) == #"""



           This window has 50 × 12 cells. Centroid
           needs 60 × 20: make the window larger or
           its letters smaller.

           q quit
      """#)
}
