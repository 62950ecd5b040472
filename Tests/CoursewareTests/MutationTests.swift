import Testing

/// Words of the small course are replaced, and the report must be exactly this: the right file,
/// line and column, what is wrong, what would be right.
struct Slip: Sendable {
  let file: String
  let old: String
  let new: String
  let report: [String]

  init(_ file: String, _ old: String, _ new: String, _ report: String...) {
    self.file = file
    self.old = old
    self.new = new
    self.report = report
  }
}

extension Slip: CustomTestStringConvertible {
  var testDescription: String { "\(old.debugDescription) → \(new.debugDescription)" }
}

@Suite struct `A slip of the pen is reported where it stands` {
  static let frontMatter = [
    Slip(
      SmallCourse.lesson, "title: What is a group?\n", "",
      "Lessons/01-groups/lesson.md:2:1: error: the front matter has no `title`; "
        + "add `title: What is clustering?`"),
    Slip(
      SmallCourse.lesson, "level: beginner", "level: begginer",
      "Lessons/01-groups/lesson.md:4:8: error: there is no level `begginer`; "
        + "did you mean `beginner`?"),
    Slip(
      SmallCourse.lesson, "minutes: 10", "minutes: ten",
      "Lessons/01-groups/lesson.md:5:10: error: "
        + "`minutes` is not a whole number from 1 to 600; "
        + "write `minutes: 1` or more"),
    Slip(
      SmallCourse.lesson, "id: groups", "id: group",
      "Lessons/01-groups/lesson.md:2:5: error: the id `group` is not that of the folder; "
        + "write `id: groups`"),
    Slip(
      SmallCourse.lesson, "concepts: [clustering, distance]", "concepts: [clustering, Near By]",
      "Lessons/01-groups/lesson.md:6:24: error: `Near By` is not the name of a concept; "
        + "write lower-case letters, digits and hyphens: `near-by`"),
    Slip(
      SmallCourse.lesson, "id: groups", "id: groups\nprerequisites: [grups]",
      "Lessons/01-groups/lesson.md:3:17: error: there is no topic `grups`; there is none yet"),
    Slip(
      SmallCourse.lesson, "id: groups", "id: groups\nprerequisites: [groups]",
      "Lessons/01-groups/lesson.md:3:17: error: topic 1 `groups` is not before topic 1; "
        + "give its folder a smaller number, or take it out of the prerequisites"),
    Slip(
      SmallCourse.lesson, "id: groups", "id: groups\ntrack: [a, b]",
      "Lessons/01-groups/lesson.md:3:8: error: `track` is not a text; write `track: some words`"),
    Slip(
      SmallCourse.lesson, "id: groups", "id: groups\nnames: {distanse: Distance}",
      "Lessons/01-groups/lesson.md:3:9: error: `distanse` is no concept of this text; "
        + "did you mean `distance`?"),
    Slip(
      SmallCourse.lesson, "id: groups", "id: groups\nnames: {distance: [near]}",
      "Lessons/01-groups/lesson.md:3:19: error: this is not a name; "
        + "write `distance: some words`"),
    Slip(
      SmallCourse.lesson, "id: groups", "id: groups\nnames: distance",
      "Lessons/01-groups/lesson.md:3:8: error: `names` names no concepts; "
        + "write `names: {trade-offs: trade-offs}`"),
    Slip(
      SmallCourse.walkthrough, "level: intermediate", "level: intermediate\ntrack: Code",
      "Lessons/01-groups/walkthrough.md:5:1: error: the front matter has no key `track`; "
        + "there is `id`, `title`, `level`, `minutes` and `concepts`"),
    Slip(
      SmallCourse.lesson, "## A table\n", "## A table\n<!-- page: first; concepts: distanse -->\n",
      "Lessons/01-groups/lesson.md:17:12: error: `distanse` is no concept of this text; "
        + "did you mean `distance`?"),
    Slip(
      SmallCourse.lesson, "## More\n", "## More\n<!-- page: A Page -->\n",
      "Lessons/01-groups/lesson.md:41:1: error: `A Page` is not an id; "
        + "write lower-case letters, digits and hyphens: `a-page`"),
    Slip(
      SmallCourse.drill, "position: 1", "positon: 1",
      "Drills/concept/how-many.md:2:1: error: the front matter has no `position`; "
        + "add `position: 1`",
      "Drills/concept/how-many.md:9:1: error: the front matter has no key `positon`; "
        + "did you mean `position`?"),
    Slip(
      SmallCourse.drill, "kind: concept", "kind: interview",
      "Drills/concept/how-many.md:3:7: error: "
        + "an interview question is not an exercise file; "
        + "write it in `interview.md`, or let `kind` be `concept`, `lab` or `flow`"),
    Slip(
      SmallCourse.drill, "topic: groups", "topic: grups",
      "Drills/concept/how-many.md:4:8: error: there is no topic `grups`; "
        + "did you mean `groups`?"),
    Slip(
      SmallCourse.drill, "id: how-many-groups", "id: loud",
      "Drills/concept/how-many.md:2:5: error: the id `loud` is also that of Drills/labs/loud.md; "
        + "choose another one",
      "Drills/labs/loud.md:2:5: error: "
        + "the id `loud` is also that of Drills/concept/how-many.md; "
        + "choose another one"),
    Slip(
      SmallCourse.lesson, "title: What", "title: \"What",
      "Lessons/01-groups/lesson.md:7:1: error: "
        + "this is not YAML: found unexpected end of stream; "
        + "close every bracket and quote, and put a text that holds `: `, `,` or `#` in "
        + "quotes"),
  ]

  static let experiments = [
    Slip(
      SmallCourse.lesson, "scale: standard", "scale: standart",
      "Lessons/01-groups/lesson.md:12:8: error: scale: 'standart' is not known; "
        + "did you mean 'standard'? one of none, standard, min-max, robust, max-abs, l2"),
    Slip(
      SmallCourse.lesson, "k: 3", "kk: 3",
      "Lessons/01-groups/lesson.md:13:1: error: there is no setting 'kk'; "
        + "did you mean 'k'?"),
    Slip(
      SmallCourse.lesson, "k: 3", "k: 3000",
      "Lessons/01-groups/lesson.md:13:4: error: k: '3000' does not do; "
        + "give a whole number from 1 to 50"),
    Slip(
      SmallCourse.lesson, "features: [spend, visits]", "features: [spend, vists]",
      "Lessons/01-groups/lesson.md:11:19: error: features: 'vists' is not known; "
        + "did you mean 'visits'? one of spend, visits, categories, return_rate"),
    Slip(
      SmallCourse.lesson, "data: customers", "data: ../../etc/passwd.csv",
      "Lessons/01-groups/lesson.md:10:7: error: there is no file `etc/passwd.csv`; "
        + "copy it beside this one"),
    Slip(
      SmallCourse.lesson, "data: customers", "data: ../../../etc/passwd.csv",
      "Lessons/01-groups/lesson.md:10:7: error: "
        + "`../../../etc/passwd.csv` is outside the course folder; "
        + "copy the file beside this one and name it alone"),
    Slip(
      SmallCourse.lesson, "data: customers\n", "",
      "Lessons/01-groups/lesson.md:10:1: error: data is missing; "
        + "add for example 'data: customers'"),
    Slip(
      SmallCourse.lesson, "k: 3", "k: 3\nk: 4",
      "Lessons/01-groups/lesson.md:13:1: error: `k` is written twice; "
        + "keep one of them"),
    Slip(
      SmallCourse.lesson, "experiment three-kinds", "experiment",
      "Lessons/01-groups/lesson.md:9:1: error: the block `experiment` has no id; "
        + "write `experiment an-id` after the fence",
      "Lessons/01-groups/lesson.md:18:10: error: there is no experiment `three-kinds`; "
        + "there is none yet",
      "Lessons/01-groups/lesson.md:18:53: error: there is no experiment `three-kinds`; "
        + "there is none yet",
      "Lessons/01-groups/lesson.md:22:5: error: there is no experiment `three-kinds`; "
        + "there is none yet",
      "Lessons/01-groups/lesson.md:33:5: error: there is no experiment `three-kinds`; "
        + "there is none yet"),
    Slip(
      SmallCourse.drill, "groups: [2, 3, 4, 5]", "groups: [2, 3, 400]",
      "Drills/concept/how-many.md:16:18: error: groups: '400' does not do; "
        + "give a whole number from 1 to 20"),
    Slip(
      SmallCourse.drill, "at-least: 0.2", "at-leats: 0.2",
      "Drills/concept/how-many.md:18:5: error: the premise has no `at-least`; "
        + "add `at-least: 0.5`",
      "Drills/concept/how-many.md:18:41: error: the premise has no key `at-leats`; "
        + "did you mean `at-least`?"),
    Slip(
      SmallCourse.drill, "experiment base", "experiment bass",
      "Drills/concept/how-many.md:12:1: error: "
        + "the experiment of an exercise is called `base`; "
        + "write `experiment base`"),
    Slip(
      SmallCourse.lesson, "experiment three-kinds", "expriment three-kinds",
      "Lessons/01-groups/lesson.md:9:1: error: there is no block `expriment`; "
        + "did you mean `experiment`?",
      "Lessons/01-groups/lesson.md:9:1: error: this stands before the first page; "
        + "write a line `## Title` above it",
      "Lessons/01-groups/lesson.md:18:10: error: there is no experiment `three-kinds`; "
        + "there is none yet",
      "Lessons/01-groups/lesson.md:18:53: error: there is no experiment `three-kinds`; "
        + "there is none yet",
      "Lessons/01-groups/lesson.md:22:5: error: there is no experiment `three-kinds`; "
        + "there is none yet",
      "Lessons/01-groups/lesson.md:33:5: error: there is no experiment `three-kinds`; "
        + "there is none yet"),
  ]

  static let figures = [
    Slip(
      SmallCourse.lesson, "`=three-kinds.rows`", "`=three-kind.rows`",
      "Lessons/01-groups/lesson.md:18:10: error: there is no experiment `three-kind`; "
        + "did you mean `three-kinds`?"),
    Slip(
      SmallCourse.lesson, "`=three-kinds.rows`", "`=three-kinds.silhuette`",
      "Lessons/01-groups/lesson.md:18:10: error: `silhuette` is not a figure; "
        + "did you mean `silhouette`?"),
    Slip(
      SmallCourse.lesson, "max.spend:0", "max.spent:0",
      "Lessons/01-groups/lesson.md:18:53: error: "
        + "the table of `three-kinds` has no column `spent`; "
        + "did you mean `spend`?"),
    Slip(
      SmallCourse.lesson, "max.spend:0", "size.D",
      "Lessons/01-groups/lesson.md:18:53: error: a run of `three-kinds` has only 3 groups; "
        + "name one of the first 3 letters"),
    Slip(
      SmallCourse.lesson, "max.spend:0", "max.spend:zero",
      "Lessons/01-groups/lesson.md:18:53: error: `zero` is not a format; "
        + "write a number of decimals, 0 to 9, or `%1` for a percentage with one"),
    Slip(
      SmallCourse.lesson, "of: three-kinds", "of: four-kinds",
      "Lessons/01-groups/lesson.md:22:5: error: there is no experiment `four-kinds`; "
        + "there is `three-kinds`"),
    Slip(
      SmallCourse.lesson, "view: scatter", "view: skatter",
      "Lessons/01-groups/lesson.md:23:7: error: there is no view `skatter`; "
        + "did you mean `scatter`?"),
    Slip(
      SmallCourse.lesson, "x: spend", "x: spent",
      "Lessons/01-groups/lesson.md:24:4: error: "
        + "the table of `three-kinds` has no column `spent`; "
        + "did you mean `spend`?"),
    Slip(
      SmallCourse.lesson, "y: visits\n", "",
      "Lessons/01-groups/lesson.md:24:1: error: a scatter plot has two axes; "
        + "give both `x` and `y`, or neither"),
    Slip(
      SmallCourse.lesson, "groups: hidden", "count: 3",
      "Lessons/01-groups/lesson.md:26:1: error: "
        + "`count` means nothing for the view `scatter`; "
        + "leave it out"),
    Slip(
      SmallCourse.lesson, "groups: hidden", "groups: hidden\nlinks: true",
      "Lessons/01-groups/lesson.md:27:1: error: "
        + "links lead to the centers of groups, and these are hidden; "
        + "leave out `groups: hidden` or `links`"),
    Slip(
      SmallCourse.lesson, "y: visits\ngroups: hidden", "y: categories\nlinks: true",
      "Lessons/01-groups/lesson.md:25:1: error: "
        + "there are no centers to link to: `categories` takes no part in `three-kinds`; "
        + "choose one of its features, or leave out `links`"),
    Slip(
      SmallCourse.lesson, "groups: hidden", "links: perhaps",
      "Lessons/01-groups/lesson.md:26:8: error: `links` is neither true nor false; "
        + "write `links: true`"),
    Slip(
      SmallCourse.lesson, "(cards.md)", "(card.md)",
      "Lessons/01-groups/lesson.md:19:5: error: "
        + "the link `card.md` leads to no file of the course; "
        + "did you mean `Lessons/01-groups/cards.md`?"),
    Slip(
      SmallCourse.lesson, "(cards.md)", "(../../../etc/passwd)",
      "Lessons/01-groups/lesson.md:19:5: error: "
        + "`../../../etc/passwd` is outside the course folder; "
        + "link to a file of the course, or with `https:`"),
    Slip(
      SmallCourse.lesson, "(cards.md)", "(javascript:x)",
      "Lessons/01-groups/lesson.md:19:5: error: a link with `javascript:` is not followed; "
        + "link to a file of the course, or with `https:`"),
    Slip(
      SmallCourse.lesson, "**First time:**", "**First tme:**",
      "Lessons/01-groups/lesson.md:30:1: error: nobody is called `First tme`; "
        + "did you mean `**First time:**`?"),
    Slip(
      SmallCourse.drill, "over: {k: 2...8}", "over: {kk: 2...8}",
      "Drills/concept/how-many.md:42:8: error: there is no setting 'kk'; "
        + "did you mean 'k'?"),
  ]

  static let questions = [
    Slip(
      SmallCourse.drill, "Because it is so.",
      "Because it is so.\n\n## Again\n\n```ask again\nquestion: And?\n```\n\n"
        + "```rubric\npoints:\n  one: So.\n```\n\nSo it is.",
      "Drills/concept/how-many.md:59:1: error: the exercise has a second written answer; "
        + "keep one `ask`, or make two exercises"),
    Slip(
      SmallCourse.lesson, "answer: {highest: silhouette, over: {k: 2...4}}", "answer: 3",
      "Lessons/01-groups/lesson.md:36:9: error: the answer key is typed in; "
        + "write a key over a run, e.g. `answer: {highest: silhouette, over: {k: 2...4}}`"),
    Slip(
      SmallCourse.lesson, "highest: silhouette", "higest: silhouette",
      "Lessons/01-groups/lesson.md:36:10: error: there is no answer key `higest`; "
        + "did you mean `highest`?"),
    Slip(
      SmallCourse.lesson, "highest: silhouette", "highest: silhuette",
      "Lessons/01-groups/lesson.md:36:19: error: there is no measure `silhuette`; "
        + "did you mean `silhouette`?"),
    Slip(
      SmallCourse.lesson, "k: 2...4", "k: 2...5",
      "Lessons/01-groups/lesson.md:35:1: error: a run can give `5`, which is no option; "
        + "add it, or shorten the key's range"),
    Slip(
      SmallCourse.lesson, "options: [2, 3, 4]", "options: [2, 3, 4, 9]",
      "Lessons/01-groups/lesson.md:35:20: error: no run can make `9` the answer; "
        + "the key gives `2`, `3` and `4`"),
    Slip(
      SmallCourse.lesson, "options: [2, 3, 4]", "options: [2, 3, 3, 4]",
      "Lessons/01-groups/lesson.md:35:17: error: the option `3` is there twice; "
        + "remove one"),
    Slip(
      SmallCourse.lesson, "check how-many", "check How Many",
      "Lessons/01-groups/lesson.md:32:1: error: `How` is not an id; "
        + "write lower-case letters, digits and hyphens: `how`",
      "Lessons/01-groups/lesson.md:32:1: error: `check How Many` has more than one name; "
        + "write `check How-Many`"),
    Slip(
      SmallCourse.lesson, "answer: {highest: silhouette",
      "confidence: true\nanswer: {highest: silhouette",
      "Lessons/01-groups/lesson.md:36:1: warning: every question asks how sure the learner is; "
        + "leave `confidence` out"),
    Slip(
      SmallCourse.lesson, "answer: {highest: silhouette",
      "reveel: []\nanswer: {highest: silhouette",
      "Lessons/01-groups/lesson.md:36:1: error: the check has no key `reveel`; "
        + "did you mean `reveal`?"),
    Slip(
      SmallCourse.lesson, "question: How many", "question: How: many",
      "Lessons/01-groups/lesson.md:34:14: error: "
        + "this is not YAML: mapping values are not allowed in this context; "
        + "indent as the lines around it, and put a text that holds `: ` in quotes"),
    Slip(
      SmallCourse.drill, "{id: stays, text: Nothing}", "{id: stay, text: Nothing}",
      "Drills/concept/how-many.md:28:1: error: a run can give `stays`, which is no option; "
        + "add it, or shorten the key's range",
      "Drills/concept/how-many.md:31:5: error: no run can make `stay` the answer; "
        + "the key gives `rises`, `falls` and `stays`"),
    Slip(
      SmallCourse.drill, "text: It goes up, reply: No.", "text: It goes up, or so, reply: No.",
      "Drills/concept/how-many.md:29:35: error: the option has no key `or so`; "
        + "put a text that holds a comma in quotes"),
    Slip(
      SmallCourse.drill, "text: Think of k.", "text: It goes down.",
      "Drills/concept/how-many.md:33:5: error: the hint names the option \"it goes down\"; "
        + "only the last hint may come that near"),
    Slip(
      SmallCourse.drill, "price: 0.3", "price: 3",
      "Drills/concept/how-many.md:34:13: error: `price` is 3, outside 0 to 1; "
        + "write a share of one, such as 0.2"),
    Slip(
      SmallCourse.drill, "price: 0.3", "price: 0.95",
      "Drills/concept/how-many.md:33:3: error: the hints cost more than the whole stage; "
        + "let their prices sum to 1 or less"),
  ]

  static let stages = [
    Slip(
      SmallCourse.drill, "## Say why\n\n", "",
      "Drills/concept/how-many.md:45:1: error: the stage `Predict` has a second task; "
        + "start another stage with a line `## Title` above it"),
    Slip(
      SmallCourse.drill, "It was", "## Nothing\n\nIt was",
      "Drills/concept/how-many.md:37:1: error: the stage `Nothing` has no task; "
        + "write a block `check`, `tune`, `order` or `ask` in it"),
    Slip(
      SmallCourse.drill, "weight: 0.25", "weight: 1.25",
      "Drills/concept/how-many.md:48:9: error: `weight` is 1.25, outside 0 to 1; "
        + "write a share of one, such as 0.2"),
    Slip(
      SmallCourse.drill, "weight: 0.25", "weight: 1",
      "Drills/concept/how-many.md:23:1: error: "
        + "nothing of the score is left for the stage `Predict`; "
        + "give the other stages less"),
    Slip(
      SmallCourse.drill, "ask why", "ask predict",
      "Drills/concept/how-many.md:47:1: error: the id `predict` is used twice in this file; "
        + "choose another one"),
    Slip(
      SmallCourse.drill, "```rubric\npoints:\n  one: Because.\n```\n", "",
      "Drills/concept/how-many.md:47:1: error: the question `why` has no rubric; "
        + "write a block `rubric` with `points:` after it"),
    Slip(
      SmallCourse.drill, "Because it is so.", "",
      "Drills/concept/how-many.md:52:1: error: no model answer follows the rubric; "
        + "write it under the block"),
    Slip(
      SmallCourse.drill,
      "```experiment base\ndata: blobs\nrows: 240\ndraw:\n  groups: [2, 3, 4, 5]\npremise:\n  - {with: {k: 3}, measure: silhouette, at-least: 0.2}\n```\n",
      "",
      "Drills/concept/how-many.md:15:1: error: the exercise has no experiment; "
        + "write a block `experiment base` before the first stage",
      "Drills/concept/how-many.md:29:9: error: there is no experiment `base`; "
        + "there is `this`"),
    Slip(
      SmallCourse.lab, "solution: {scale: standard}", "solution: {scale: robust}",
      "Drills/labs/loud.md:31:19: error: `robust` is not a choice of `scale`; "
        + "there is `none` and `standard`"),
    Slip(
      SmallCourse.lab, "solution: {scale: standard}", "solution: {k: 4}",
      "Drills/labs/loud.md:31:12: error: `k` is not among the parameters; "
        + "there is `scale` and `multiply.spend`"),
    Slip(
      SmallCourse.lab, "held-back: 20", "held-back: many",
      "Drills/labs/loud.md:27:12: error: `held-back` is not a whole number from 0 to 200; "
        + "write `held-back: 0` or more"),
    Slip(
      SmallCourse.lab, "shows: [agreement, silhouette]", "shows: [agreement, silhouete]",
      "Drills/labs/loud.md:28:20: error: there is no measure `silhouete`; "
        + "did you mean `silhouette`?"),
    Slip(
      SmallCourse.lab, "choices: [none, standard]", "choices: [none, standrad]",
      "Drills/labs/loud.md:23:52: error: scale: 'standrad' is not known; "
        + "did you mean 'standard'? one of none, standard, min-max, robust, max-abs, l2",
      "Drills/labs/loud.md:31:19: error: `standard` is not a choice of `scale`; "
        + "did you mean `standrad`?"),
    Slip(
      SmallCourse.lab, "setting: multiply.spend, label: spend in, choices: {1: euros, 100: cents}",
      "setting: eps, label: eps, choices: [0.5, 1]",
      "Drills/labs/loud.md:24:15: error: eps means nothing here; it goes with algorithm dbscan"),
    Slip(
      SmallCourse.lab, "measure: agreement, at-least: 0.9", "measure: agreement",
      "Drills/labs/loud.md:26:5: error: the condition has no `at-least`; "
        + "add `at-least: 0.5`"),
    Slip(
      SmallCourse.flow, "{before: scale, after: cluster,", "{before: scale, after: clustr,",
      "Drills/flows/production.md:29:28: error: there is no step `clustr`; "
        + "did you mean `cluster`?"),
    Slip(
      SmallCourse.flow, "{before: evaluate, after: assign,", "{before: evaluate, after: check,",
      "Drills/flows/production.md:31:5: error: "
        + "the constraints go in a circle: `check` before `scale` before `cluster` before `evaluate` before `check`; "
        + "remove one of them, or turn it round"),
    Slip(
      SmallCourse.flow, "reason: distances are sums}", "reason: distances are sums, weight: 0}",
      "Drills/flows/production.md:29:73: error: `weight` is 0, outside 0.1 to 10; "
        + "write a positive number, such as 2; a constraint without one weighs 1"),
    Slip(
      SmallCourse.flow, "reason: distances are sums}", "reason: distances are sums, weight: heavy}",
      "Drills/flows/production.md:29:73: error: `weight` is not a number; "
        + "write a number such as 0.5"),
    Slip(
      SmallCourse.flow, "reason: nobody looked}", "reason: nobody looked, weight: 10}",
      "Drills/flows/production.md:27:1: warning: "
        + "a few pairs have most of the weight, so guessing pays: an order drawn at random "
        + "earns 0.26 on average; let the weights differ less"),
    Slip(
      SmallCourse.flow, "{before: scale, after: cluster, reason: distances are sums}",
      "{before: check, after: scale, reason: distances are sums}",
      "Drills/flows/production.md:29:5: error: `check` before `scale` is there twice; remove one"),
    Slip(
      SmallCourse.flow, "- {before: evaluate, after: assign, reason: nobody looked}\n", "",
      "Drills/flows/production.md:27:1: warning: "
        + "6 pairs of steps are in a fixed order, so guessing pays; "
        + "constrain 7 pairs or more"),
    Slip(
      SmallCourse.flow, "{step: scale,", "{step: check,",
      "Drills/flows/production.md:23:5: error: the step `check` is there twice; "
        + "remove one",
      "Drills/flows/production.md:28:28: error: `scale` is not among the steps; "
        + "there is `check`, `cluster`, `evaluate` and `assign`",
      "Drills/flows/production.md:29:14: error: `scale` is not among the steps; "
        + "there is `check`, `cluster`, `evaluate` and `assign`"),
  ]

  static let pages = [
    Slip(
      SmallCourse.lesson, "The rest.", "",
      "Lessons/01-groups/lesson.md:40:1: error: the page `More` is empty; "
        + "write it, or remove it"),
    Slip(
      SmallCourse.lesson, "## More", "# More",
      "Lessons/01-groups/lesson.md:40:1: error: a level-1 heading stands in the text; "
        + "the title is in the front matter; write `## More`"),
    Slip(
      SmallCourse.lesson, "## More", "#### More",
      "Lessons/01-groups/lesson.md:40:1: error: "
        + "a heading of level 4 follows one of level 2; "
        + "write `### More`"),
    Slip(
      SmallCourse.lesson, "## A table", "Stray.\n\n## A table",
      "Lessons/01-groups/lesson.md:16:1: error: this stands before the first page; "
        + "write a line `## Title` above it"),
    Slip(
      SmallCourse.lesson, "> **First time:** a row is a point.",
      "> ```plot\n> of: three-kinds\n> ```",
      "Lessons/01-groups/lesson.md:30:3: error: "
        + "a block `plot` stands inside a quote or a list; "
        + "move it out, to the start of a line"),
    Slip(
      SmallCourse.cards, "<!-- card: what-is-near -->\n", "",
      "Lessons/01-groups/cards.md:11:1: error: the card `What is near?` has no id; "
        + "write `<!-- card: what-is-near -->` under the heading"),
    Slip(
      SmallCourse.cards, "card: what-is-near", "card: needs-no-targets",
      "Lessons/01-groups/cards.md:13:12: error: there are two cards `needs-no-targets`; "
        + "choose another id"),
    Slip(
      SmallCourse.cards, "A small distance.", "",
      "Lessons/01-groups/cards.md:11:1: error: the card `What is near?` has no back; "
        + "write the answer under the heading"),
    Slip(
      SmallCourse.walkthrough, "func assign", "func asign",
      "Lessons/01-groups/walkthrough.md:13:14: error: "
        + "`Clustering/KMeans.swift` does not declare `func asign`; "
        + "did you mean `func assign`?"),
    Slip(
      SmallCourse.walkthrough, "Clustering/KMeans.swift", "Clustering/KMean.swift",
      "Lessons/01-groups/walkthrough.md:12:7: error: "
        + "the core has no file `Clustering/KMean.swift`; "
        + "did you mean `Clustering/KMeans.swift`?"),
    Slip(
      SmallCourse.interview, "level: beginner", "level: novice",
      "Lessons/01-groups/interview.md:4:8: error: there is no level `novice`; "
        + "there is `beginner`, `intermediate` and `expert`"),
    Slip(
      SmallCourse.interview, "ask objective", "ask how-many-groups",
      "Drills/concept/how-many.md:2:5: error: "
        + "the id `how-many-groups` is also that of Lessons/01-groups/interview.md; "
        + "choose another one",
      "Lessons/01-groups/interview.md:3:1: error: "
        + "the id `how-many-groups` is also that of Drills/concept/how-many.md; "
        + "choose another one"),
    Slip(
      SmallCourse.interview, "ask objective", "check objective",
      "Lessons/01-groups/interview.md:3:1: error: "
        + "a block `check` means nothing in an interview; "
        + "ask for a written answer with `ask`"),
  ]

  @Test(arguments: frontMatter) func `in front matter`(slip: Slip) {
    #expect(SmallCourse.mistakes(in: slip.file, replacing: slip.old, by: slip.new) == slip.report)
  }

  @Test(arguments: experiments) func `in experiments`(slip: Slip) {
    #expect(SmallCourse.mistakes(in: slip.file, replacing: slip.old, by: slip.new) == slip.report)
  }

  @Test(arguments: figures) func `in figures, plots and links`(slip: Slip) {
    #expect(SmallCourse.mistakes(in: slip.file, replacing: slip.old, by: slip.new) == slip.report)
  }

  @Test(arguments: questions) func `in questions and keys`(slip: Slip) {
    #expect(SmallCourse.mistakes(in: slip.file, replacing: slip.old, by: slip.new) == slip.report)
  }

  @Test(arguments: stages) func `in stages and tasks`(slip: Slip) {
    #expect(SmallCourse.mistakes(in: slip.file, replacing: slip.old, by: slip.new) == slip.report)
  }

  @Test(arguments: pages) func `in pages, cards and excerpts`(slip: Slip) {
    #expect(SmallCourse.mistakes(in: slip.file, replacing: slip.old, by: slip.new) == slip.report)
  }
}
