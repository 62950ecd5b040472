import Courseware

/// A course with one of everything, small enough to be read whole.
enum SmallCourse {
  static let lesson = "Lessons/01-groups/lesson.md"
  static let walkthrough = "Lessons/01-groups/walkthrough.md"
  static let cards = "Lessons/01-groups/cards.md"
  static let interview = "Lessons/01-groups/interview.md"
  static let drill = "Drills/concept/how-many.md"
  static let lab = "Drills/labs/loud.md"
  static let flow = "Drills/flows/production.md"

  static let texts = [
    lesson: lessonText, walkthrough: walkthroughText, cards: cardsText,
    interview: interviewText, drill: drillText, lab: labText, flow: flowText,
  ]

  static let core = """
    public struct KMeans {
      func assign(_ points: Points) -> [Int] {
        []
      }
    }
    """

  static func files(_ changed: [String: String] = [:]) -> CourseFiles {
    let texts = texts.merging(changed) { $1 }
    return CourseFiles(
      content: texts.mapValues { Array($0.utf8) },
      sources: ["Clustering/KMeans.swift": Array(core.utf8)])
  }

  /// What is said of the course when words of one file are replaced.
  static func mistakes(in file: String, replacing old: String, by new: String) -> [String] {
    let text = texts[file] ?? ""
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    guard changed != text else { return ["`\(old)` is not in \(file)"] }
    return read(files([file: changed])).mistakes.map(\.description)
  }

  static let lessonText = """
    ---
    id: groups
    title: What is a group?
    level: beginner
    minutes: 10
    concepts: [clustering, distance]
    ---

    ```experiment three-kinds
    data: customers
    features: [spend, visits]
    scale: standard
    k: 3
    ```

    ## A table

    We have `=three-kinds.rows` customers, spend up to `=three-kinds.max.spend:0` €.
    See [the cards](cards.md).

    ```plot
    of: three-kinds
    view: scatter
    x: spend
    y: visits
    groups: hidden
    caption: Nobody has labelled them.
    ```

    > **First time:** a row is a point.

    ```check how-many
    of: three-kinds
    question: How many kinds do you see?
    options: [2, 3, 4]
    answer: {highest: silhouette, over: {k: 2...4}}
    order: kept
    ```

    ## More

    The rest.
    """

  static let walkthroughText = """
    ---
    id: groups-walkthrough
    title: The code
    level: intermediate
    minutes: 5
    concepts: [k-means]
    ---

    ## Assign

    ```source
    file: Clustering/KMeans.swift
    declaration: func assign
    ```
    """

  static let cardsText = """
    ---
    concepts: [clustering]
    ---

    ## What does clustering need?

    <!-- card: needs-no-targets; concepts: unsupervised, features -->

    Features, and *no* targets.

    ## What is near?

    <!-- card: what-is-near -->

    A small distance.
    """

  static let interviewText = """
    ## What does clustering optimize?

    ```ask objective
    level: beginner
    minutes: 4
    concepts: [clustering]
    question: What does clustering optimize?
    structure: [Define it., Give a case.]
    ```

    ```rubric
    pass: 0.5
    points:
      within: Alike within.
      between: Unlike between.
    ```

    It makes groups alike within.
    """

  static let drillText = """
    ---
    id: how-many-groups
    kind: concept
    topic: groups
    title: How many?
    level: beginner
    minutes: 6
    concepts: [silhouette]
    position: 1
    ---

    ```experiment base
    data: blobs
    rows: 240
    draw:
      groups: [2, 3, 4, 5]
    premise:
      - {with: {k: 3}, measure: silhouette, at-least: 0.2}
    ```

    Look at the table.

    ## Predict

    ```check predict
    question: What does silhouette do?
    answer: {change: silhouette, when: {k: 6}}
    options:
      - {id: rises, text: It goes up, reply: No.}
      - {id: falls, text: It goes down}
      - {id: stays, text: Nothing}
    hints:
      - {price: 0.1, text: Think of k.}
      - {price: 0.3, text: It goes down.}
    ```

    It was `=base.silhouette:2`.

    ```plot
    view: sweep
    measure: silhouette
    over: {k: 2...8}
    ```

    ## Say why

    ```ask why
    weight: 0.25
    question: Why?
    ```

    ```rubric
    points:
      one: Because.
    ```

    Because it is so.
    """

  static let labText = """
    ---
    id: loud
    kind: lab
    topic: groups
    title: The loud feature
    level: intermediate
    minutes: 12
    concepts: [feature-scaling]
    position: 1
    ---

    ```experiment base
    data: customers
    multiply.spend: 100
    k: 3
    ```

    ## Repair

    ```tune repair
    goal: Bring agreement to 0.9 or more.
    parameters:
      - {setting: scale, label: scale, choices: [none, standard]}
      - {setting: multiply.spend, label: spend in, choices: {1: euros, 100: cents}}
    conditions:
      - {measure: agreement, at-least: 0.9}
    held-back: 20
    shows: [agreement, silhouette]
    plots:
      - {view: scatter, x: spend, y: visits}
    solution: {scale: standard}
    near-misses:
      - with: {restarts: 50}
        reply: More of the same.
    ```

    Now all have a say.
    """

  static let flowText = """
    ---
    id: production
    kind: flow
    topic: groups
    title: From table to decision
    level: intermediate
    minutes: 8
    concepts: [pipeline]
    position: 1
    ---

    ```experiment base
    data: customers
    dirty: 12
    ```

    ## Order

    ```order steps
    question: Put the steps in order.
    steps:
      - {step: check, text: Check the table}
      - {step: scale, text: Scale}
      - {step: cluster, text: Cluster}
      - {step: evaluate, text: Evaluate}
      - {step: assign, text: Assign}
    constraints:
      - {before: check, after: scale, reason: dirt bends the scaler}
      - {before: scale, after: cluster, reason: distances are sums}
      - {before: cluster, after: evaluate, reason: nothing to evaluate}
      - {before: evaluate, after: assign, reason: nobody looked}
    ```
    """
}
