// What the letters of somebody else's terminal stand on, as far as it can be found out.

extension Background {
  /// The ground of a colour: light where black stands out more from it than white does.
  package init(behind colour: RGB) {
    let onBlack = colour.contrast(with: .black)
    let onWhite = colour.contrast(with: .white)
    self = onBlack > onWhite ? .light : .dark
  }

  /// From the variable COLORFGBG that some terminals set, such as "15;0" or "0;default;15": the
  /// last of its numbers is the ground. Of the sixteen colours the seven darkest and the dark
  /// gray are dark.
  package init?(colorFgBg text: String) {
    guard let number = text.split(separator: ";").last.flatMap({ Int($0) }),
      (0...15).contains(number)
    else { return nil }
    self = number < 7 || number == 8 ? .dark : .light
  }
}
