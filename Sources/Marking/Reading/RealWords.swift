// Everyday words that are one slip away from a word of some rubric and are meant as they stand:
// "scare" is not "scale", and "offer" is not "order".

enum RealWords {
  static let stems: Set<String> = Set(
    """
    business much time abort abstract accent accurate adapt adapted addition additional admit affix alias alive
    allow allowance allowed allows alone along alter alternate alternative among analysis
    analyst analysts analytics apparently apple apples applicable application applications
    applied applies apply assert assertion attacks audio audit audited await aware away badge
    baked bakeries bakery ball balls band bands bank banker banks bare barely base based bases
    bash basic basically basis bass bell below bend bends bent beta bike bill bind binding
    bindings birth black blank blind blob blobs blow blowing blown blows blue blur boasting
    bonus bool boring boris boss both bowling brakes brass bread break breaking breaks breed
    broken building bulky bunch bunched bunches burned burns cache cached cafe cake cakes call
    called calling calls camp cannot canonical card cards care cared careful cares carve carved
    carves case cases ceil cell cells chairs chance chaos char charity chars chart charts
    chasing chat cheat cheating choir chokes chore chunk chunked chunks clarity classic
    classical classif classification classified classifier classifiers classify classifying
    clause clean cleaner clear cleaver clone closer cloud clouds clove club coat code codec
    codecs codes coding colon colour coloured colours commit commits common communicate
    communication compact compactness companions comparison comparisons compartment
    compatibility compatible complain complained complete completed completely completion
    completions complex compliant component components compound compress compressed compression
    concert constant constants constraint constraints construct constructed constructor
    constructs contact contain contained container containers containing contains contaminates
    contamination content contents contest context continents continuation continue contract
    contrast contributor converge converged convergence converges conversion convert converted
    converter converting converts cook cookie cookies cooking cooks copes copied copies copy
    copying core correctly couldn county coupon coupons course create created creates creating
    crept crew crews criteria crooks crow crown crumbles crust cure curl currency current
    currently curse curses curve curved curves curving damps dash date dates david dawned dead
    deal deals dealt decade decades decent decimal decision decisions deck decode decoded
    decoder decoding defect defects delay delicate delivered dense deployment derive derived
    descent description descriptions descriptor descriptors desk diagnosis diagnostics dial
    diet directly director directories directory discharge dish dishes disk display displayed
    dist distribute distributed distribution distributions district districts divide divided
    divides dividing division doesn domain dominant dominoes donor donors door double doubt
    downside dreamt drew drive driver drivers drives driving drone dropping drowning drum drums
    dual dump dumps east eighty ellipses ellipsis enquiry enter entire entirely entries entry
    escape escaped escapes evaluate evaluated evaluating evaluation even evening event events
    ever exclusive exit exiting exits expansion expect expected expecting expects experience
    experiment experimental expert experts exploratory explore explores export exported
    extension extensions face faces fact factor factory failing fair fairness fake fallback
    falling false farm farther farthest fast fault favour feel feeling feet fellow felt fever
    fiddled fifth fifties fifty fight file filed files fill filled findall finder fine finely
    finer fire firm fish five fixer fixme flat flats float floating floor flour flow flute folk
    folks font fonts fool force forced forces forcing fore forecast forecasts forgot fork forks
    form format formats formatted formatting forms forth forty forum fraction free freeze
    frequent frozen full fully function functionality functions gain gains game games garage
    garbage gene general generally generate generated generates generating generation generator
    generic genes genres gently gold golf gram grams grand grant granted granularity grass
    grave grep grid grinning growing guess guessed guesses guest guests hadn half hall halve
    halves hand handed handful handier handing handle handled handles handling hands hang hangs
    hard harm hate hates haven head heading heap heaps hear heard heated heir held hello
    helpless hierarchy hilly hinges hint historical home honestly hoops hope hopeless hour
    hours house houses hunts hurt hurts icon idea ideally imitate immutable impl implicit
    impossible imputation incl incompatible incorrectly indent indentation indented indents
    infections info initialisation initialise initialization initialize initialized initializer
    inline inner instantiate instantiated instruction integer integers integral inter
    interactive interest interested interesting interests intern internal internally internals
    interns interpol interpolation intersection interval invent invented invents inverted
    invocation item items iterable iterables iterate iteration iterations iterator june kicking
    kilo kilos kind kinds kink knee knob knobs knocks laid lake lang last late lately latency
    later latest latex latter layer leader leak leaks leash least leavers leaving leeds lesser
    lesson level levels librarian librarians life lift lifted lifting like liked likely
    likeness likes line lines linking list listed listing lists literal literals live lives
    load loaded loader loading loads loan loans loaves local locale locals locate located
    location locations locator lock locked logger logic logical lone lonely loner long loop
    lose loses loss lost loud loudness lovely loyal luck lunch macro macros main maintain
    maintainer maintainers mall march marker markers marking mask master match matched matches
    matching mate maternity math maths meant meeting melt memo menu menus merchantability
    merchants merely mess messed meth midday mild miles milk mime mind mine mini minima minimal
    minimised minimising minpts minus minute minutes misleading miss misses missing mistaken
    mode modes modula module modules monkey mood moon moons morning mountain mouth moving
    multiline multiple mush mushy mustn naked native nearby nearly necessary needn
    neighbourhood neighbourhoods nested neural newer newline newlines nice nicely nicer nine
    node nodes nonce notch notches note noted notes notion numerator numeric numerically occur
    occurred occurrences occurs office officer official older open opened opener opening opens
    opera operating operation operations operator operators optics otherwise outline oven
    overflow overload overwrite pack packed packs pager paid pain painful pair pairs parking
    parse parsed parses parsing party pass passed passes passing password past patch patt payer
    pear pears peek peeking peep peer percentage percentages percentile perfectly permitted
    person personal personally personas pickle pickled pills pilots pipe plain plan plane plank
    planks planned planning plans plant planted plants plat plate plates play played plays plot
    plots plotted plotting plunged plus poke policies policy poll poly pool poor port position
    positional positions positive posix possibly post postmaster pour precise pred predicate
    present presentation presenting prettier prevent print printed printf printing prints
    process processed processes processing produce produced produces product production
    products profession professor profile profiles profiling profit programme progress project
    projects prompt properly properties property props prospective protected proud proxies
    proxy pulling qualified quantity quarterly quartiles quit quite race rack rail raised
    raises raising randomly range ranges rank ranked ranking rate rates rational reachable
    react reading readings readme ready real realm recall recent recite referenced register
    registered registry relate related rely remainder remote removal removing render renderable
    renderables rent renting repaid rescale rescaling reset resists resize retries retry rice
    ride rides ring rings risk road roaming rode role roll rolled roof root rope rosters rosy
    rule ruled ruler rules rung sack safe sales salt sand sane save saved saver savers saves
    saving savings scalar scale scaled scaler scalers scales scaling scan scanned scanning
    scatter schema scope scopes score scored scores scoring scout scouting scree screen screws
    seat seating seats seed seeds seek selector selectors self sell sells sender sending
    seniors sensor sensors series serve server servers serves serving seven several severe
    shade shake shakes shallow shape shaped shapes shards share shared shark sharp sheet shelf
    shell shelve shelved shelves shelving shift shifted shifts ship ships shirt shirts shoe
    shop shopping shops short shortcut shorten shout shouted shouting shut side sides silence
    silently similarly simple singer site sites size sizes skip skipped skipping slave sleep
    slice slices slicing slide sliders slides slot slots slow slows smallest smell snake sneaks
    sniff sniffing sock socks sofa soft sold solve solved somewhat soon sorter sorting soup
    soups source sources space spaces spacing spam span spanned spare spark spat spawn spec
    species specific specifically specification specifications specified specifier specifiers
    specifies specify specifying spectral speed speeds spend spending spent spice spill spine
    spines spoils spoons spot spots spotting spring squad stability stack stacked stacks staff
    staffing stage stall stamp stamped stamps star stars stat state states stats steadier steep
    stem step stepping steps sticks still stock stone stones stop stopped stops stores stories
    storm story strange stranger strangers strike striker string strings strip stripes stripped
    stroke strong strongly struck structure structures strung stuck stuff stuffed style styles
    super supervision suppliers swap swapped swapping swift swig swore systematic table tables
    tabulation tail tails talk talking tall tape task tasks taste tasted tastes technique
    techniques teeth telescope tempting tent tenth tents term terms text thai thank theme
    thickness thin thorough three threw thrown thru thursday thus tick ticked tidy tidying
    tilde tile till timer timetables title titles token tokenize tokens tonnes tool tools topic
    topics touch touching touchy towers town towns trace tracing track trade trailer trailing
    trails train trained training transactions transfer transform transformation
    transformations transformed transforming translate translated translation transport tray
    trays tree triage tricky trim trimming trip triple truck true tumour tumours turn turned
    turning turns tutor tutorials tutoring type typed types typical typically typing typo
    unable uncompress understood uniform unique unix unlink unpack until unusual utility value
    values variance variant vectoriser verification violet voice void vote votes waist wait
    waiter waiting waits wall wander wanders ward wards warn warning warnings washing wasted
    water weak weaknesses wear wears week weeks weigh weighed weighing weighs weight weighting
    weights well west whale whence whenever whereas wherever white whites whole whose wide
    wider width widths wife wind winding winds wine winter wisely wonder wondering woods word
    words world worse worst wrap wrapped wrapping wraps writer writing
    """.split(whereSeparator: \.isWhitespace).map { stem(of: String($0)) })
}
