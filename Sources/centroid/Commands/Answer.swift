import ArgumentParser
import Courseware
import Experiments
import Grading
import Tutoring

struct Answer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Grades answers to an exercise without a terminal.",
    discussion: """
      Without answers it prints the questions of that variant. An answer is STAGE=ANSWER: an \
      option, settings (restarts=50, k=4), steps in order (assign evaluate …), or a \
      text; STAGE=@FILE reads the text from a file. The exit status is 0 when all answers \
      pass, 1 when one does not, 64 when one cannot be graded. Nothing is recorded without \
      --save; the points of a written answer open only with it.

      EXAMPLES
        centroid answer loud-feature --seed 7
        centroid answer loud-feature --seed 7 "trigger=restarts=1" --json
      """)

  @Argument(help: "The id of the exercise.", completion: .custom { _, _, _ in exerciseIDs(nil) })
  var exercise: String

  @Argument(help: ArgumentHelp("STAGE=ANSWER, one for each stage.", valueName: "stage=answer"))
  var answers: [String] = []

  @Option(help: "The variant: the same seed gives the same one everywhere.")
  var seed: UInt64

  @Option(
    help: ArgumentHelp(
      "For a written answer: the points that you find in it, by id.",
      valueName: "stage=point,point"))
  var found: [String] = []

  @Flag(help: "The verdicts as JSON.")
  var json = false

  @Flag(help: "Keeps the answers in your progress.")
  var save = false

  @OptionGroup var course: CourseOption

  func validate() throws {
    guard found.isEmpty || save else {
      throw ValidationError(
        "--found marks an answer that is on record; add --save, which also lists the points.")
    }
  }

  func run() throws {
    let course = try course.open()
    let exercise = try course.exercise(exercise)
    let runner = course.runner
    let instance = try orFail { () throws(GradingError) in
      try exercise.instance(seed: seed, runner: runner)
    }
    guard !answers.isEmpty else {
      let sheet = QuestionSheet(instance)
      return json ? try Output.json(sheet) : sheet.tell()
    }
    guard !(Learner.recalled?.itemsInMock ?? []).contains(exercise.id) else {
      throw Failure(
        "\(exercise.id) is asked in your mock interview, which is under way; finish it or end it "
          + "there: centroid interview --mock")
    }
    let graded = try GradedAnswers(instance, answers, found: found, on: course.bench)
    if save { try graded.save(Learner()) }
    let report = AnswerReport(instance, graded, on: course.bench, isRecorded: save)
    if json { try Output.json(report) } else { report.tell() }
    guard graded.allPassed else { throw Failure() }
  }
}
