import Charts
import Experiments
import Scheduling
import Screen
import ScriptedLearner
import Testing
import Tutoring

@Suite struct `Saving what was played` {
  @Test func `a run is saved, and opens as it was`() throws {
    var sitting = try playing("/data/shop.csv", ["/data/shop.csv": shop])
    sitting.set("k", "2")
    sitting.set("age", "median")
    sitting.set("save", "/runs/two")
    let (path, text) = try #require(sitting.written.first)
    #expect(path == "/runs/two.experiment")
    #expect(text.contains("data: ../data/shop.csv\n"))
    #expect(sitting.tutor.scene.notice == "Saved. It opens with: centroid play two.experiment")
    let again = try playing("/runs/two.experiment", ["/data/shop.csv": shop, path: text])
    #expect(again.tutor.scene.main == sitting.tutor.scene.main)
    #expect(again.fields == sitting.fields)
    let changed = try playing(
      "/runs/two.experiment", ["/data/shop.csv": shop + "\n7,X,1,1,1", path: text])
    #expect(changed.words.contains("shop.csv has changed since this run was saved"))
  }

  @Test func `what was left to the table is in the saved run`() throws {
    var sitting = try playing("/shop.csv", ["/shop.csv": shop])
    sitting.set("save", "/open")
    var text = try #require(sitting.written.last?.text)
    #expect(text.contains("\nfeatures: spend,visits\n") && !text.contains("missing."))
    sitting.set("features", "spend,age")
    sitting.set("save", "/rows")
    text = try #require(sitting.written.last?.text)
    #expect(text.contains("\nfeatures: spend,age\n") && text.contains("\nmissing.age: rows\n"))
  }

  @Test func `a saved run with mistakes names their lines`() throws {
    let sitting = try playing("/a.experiment", ["/a.experiment": "data: moons\nk: many\n"])
    #expect(sitting.words.contains("a.experiment:2: k: "))
  }

  @Test func `an empty name is the usual one`() throws {
    var sitting = try playing()
    sitting.perform(.set(field: "ask", value: "save"), .submit)
    #expect(sitting.written.first?.path == "/home/blobs.experiment")
  }

  @Test func `any picture is saved as SVG, with its words`() throws {
    var sitting = try playing()
    for view in ["points", "elbow", "silhouette", "plot", "k-distance", "shares"] {
      sitting.set("view", view)
      sitting.set("svg", "")
      let (path, text) = try #require(sitting.written.last)
      #expect(path == "/home/blobs-\(view).svg")
      #expect(text.hasPrefix("<?xml") && text.contains("</svg>"))
    }
    sitting.set("view", "groups")
    sitting.set("svg", "table")
    #expect(sitting.written.count == 6)
    #expect(sitting.tutor.scene.notice?.contains("This view is a table") == true)
  }

  @Test func `esc leaves a text, and saves nothing`() throws {
    var sitting = try playing()
    sitting.perform(.set(field: "ask", value: "save"), .edit(.insert("a")), .back)
    #expect(sitting.written.isEmpty)
    #expect(sitting.tutor.scene.input == .keys)
  }
}
