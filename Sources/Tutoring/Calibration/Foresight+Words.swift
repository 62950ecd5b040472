// What a learner said beside what came true: as a picture, and in plain sentences.

package import Charts
package import Scheduling
import Wording

extension Foresight {
  /// One plain sentence: what is known of how sure the learner is and how right.
  package var sentence: String {
    guard missing == 0 else { return stillMissing }
    if let leaning { return leaning.judgement }
    return "What you say and how often you are right agree, as far as \(answers) answers can tell."
  }

  private var stillMissing: String {
    let have = answers == 0 ? "No answer yet" : "\(counted(answers, "answer")) so far"
    return "\(have): after \(missing) more, what you say is compared with what came true."
  }

  /// The mean squared distance, with what it means.
  package var brierWords: String? {
    brier.map {
      "Brier score \(fixed($0, 2)): the mean squared distance of what you said from what came true. "
        + "0 is best; to say 50 % each time gives 0.25."
    }
  }

  /// What was said against what came true, each word a point; on the straight line both agree.
  /// Nil while the answers are too few.
  package var chart: Chart? {
    guard missing == 0 else { return nil }
    let points = lines.map { PlotPoint($0.said * 100, $0.share * 100) }
    var chart = LineChart(
      series: [
        LineChart.Series("you", points),
        LineChart.Series("right as often as said", [PlotPoint(0, 0), PlotPoint(100, 100)]),
      ], xAxis: Axis("said", unit: "%"), yAxis: Axis("right", unit: "%"))
    chart.told = lines.map(\.words)
    return .line(chart)
  }
}

extension Calibration {
  /// `"sure" (95 %): 6 of 10 right, 60 %.`
  package var words: String {
    "\"\(confidence)\" (\(percentage(said))): \(right) of \(answers) right, \(percentage(share))."
  }

  fileprivate var judgement: String {
    "You say \"\(confidence)\" (\(percentage(said))) and are right \(right) times of \(answers): "
      + (share < said ? "you are surer than you are right." : "you know more than you say.")
  }
}
