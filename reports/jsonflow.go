package reports

import (
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

type jsonParty struct {
	ID        string            `json:"id"`
	Name      string            `json:"name"`
	Kind      string            `json:"kind"`
	Role      string            `json:"role"`
	Countries list[string]      `json:"countries"`
	Aliases   list[string]      `json:"aliases"`
	Implied   list[jsonImplied] `json:"implied"`
	At        *jsonRef          `json:"at"`
}

type jsonImplied struct {
	Field string `json:"field"`
	Value string `json:"value"`
	Why   string `json:"why"`
}

type jsonFlow struct {
	ID         string              `json:"id"`
	Ref        string              `json:"ref"`
	From       string              `json:"from"`
	To         string              `json:"to"`
	Purpose    string              `json:"purpose"`
	Subjects   list[string]        `json:"data_subjects"`
	Categories list[jsonCategory]  `json:"categories"`
	Bases      list[string]        `json:"lawful_bases"`
	Conditions list[string]        `json:"conditions"`
	Schedule1  list[string]        `json:"schedule_1"`
	Role       string              `json:"role"`
	Agreement  jsonAgreement       `json:"agreement"`
	Safeguards list[jsonSafeguard] `json:"safeguards"`
	Status     string              `json:"status"`
	Transfer   jsonTransfer        `json:"transfer"`
	Implied    list[jsonImplied]   `json:"implied"`
	Extra      extras              `json:"extra"`
	At         *jsonRef            `json:"at"`
}

type jsonCategory struct {
	Name  string `json:"name"`
	Class string `json:"class"`
	Kind  string `json:"kind"`
}

type jsonAgreement struct {
	Kind   string `json:"kind"`
	Status string `json:"status"`
	Signed string `json:"signed"`
	Ends   string `json:"ends"`
}

type jsonSafeguard struct {
	ID   string `json:"id"`
	Date string `json:"date"`
}

type jsonTransfer struct {
	Restricted bool         `json:"restricted"`
	Regime     string       `json:"regime"`
	Exporter   string       `json:"exporter"`
	Behalf     string       `json:"on_behalf_of"`
	Verdict    string       `json:"verdict"`
	Instrument string       `json:"instrument"`
	Countries  list[string] `json:"countries"`
	Reason     string       `json:"reason"`
}

type jsonFinding struct {
	ID       string         `json:"id"`
	Rule     string         `json:"rule"`
	Severity string         `json:"severity"`
	Title    string         `json:"title"`
	Message  string         `json:"message"`
	Fix      string         `json:"fix"`
	Law      list[jsonCite] `json:"law"`
	At       *jsonRef       `json:"at"`
	Related  list[*jsonRef] `json:"related"`
	Flows    list[string]   `json:"flows"`
	Path     list[string]   `json:"path"`
	Exporter string         `json:"exporter"`
	Accepted *jsonAccepted  `json:"accepted"`
}

type jsonCite struct {
	Cite string `json:"cite"`
	URL  string `json:"url"`
}

type jsonAccepted struct {
	Reason string   `json:"reason"`
	By     string   `json:"by"`
	Until  string   `json:"until"`
	At     *jsonRef `json:"at"`
}

func partyJSON(p *graph.Party) jsonParty {
	return jsonParty{
		ID: p.ID, Name: p.Name, Kind: string(p.Kind), Role: p.Role.String(),
		Countries: p.Country.Countries, Aliases: p.Aliases,
		Implied: impliedJSON(p.Implied), At: refJSON(p.At),
	}
}

func impliedJSON(implied []graph.Implied) list[jsonImplied] {
	var out list[jsonImplied]
	for _, i := range implied {
		out = append(out, jsonImplied{string(i.Field), i.Value, i.Why})
	}
	return out
}

func flowJSON(m *graph.Map, f *graph.Flow, t rules.Transfer) jsonFlow {
	out := jsonFlow{
		ID: f.ID, Ref: f.Ref, From: f.From, To: f.To, Purpose: f.Purpose, Subjects: f.Subjects,
		Bases: statedIDs(f.Bases), Conditions: statedIDs(f.Conditions), Schedule1: statedIDs(f.Schedule1),
		Role:      m.Role(f).String(),
		Agreement: jsonAgreement{f.Agreement.Kind.String(), f.Agreement.State.String(), f.Agreement.Signed.String(), f.Agreement.Ends.String()},
		Status:    f.Status.String(),
		Transfer:  jsonTransfer{t.Restricted, string(t.Regime), t.Exporter, t.Behalf, verdict(t).String(), t.Instrument, t.Countries, t.Reason},
		Implied:   impliedJSON(f.Implied), Extra: f.Extra, At: refJSON(f.At),
	}
	for _, c := range f.Categories {
		out.Categories = append(out.Categories, jsonCategory{c.Name, c.Class.String(), c.Kind})
	}
	for _, s := range f.Safeguards {
		out.Safeguards = append(out.Safeguards, jsonSafeguard{s.ID, s.Date.String()})
	}
	return out
}

// statedIDs lists the provisions that cells state, without those that named none.
func statedIDs(stated []graph.Stated) list[string] {
	var out list[string]
	for _, s := range stated {
		if s.ID != "" {
			out = append(out, s.ID)
		}
	}
	return out
}

func findingJSON(f *rules.Finding) jsonFinding {
	out := jsonFinding{
		ID: f.ID, Rule: f.Rule, Severity: f.Severity.String(), Title: f.Title, Message: f.Message, Fix: f.Fix,
		Law: citesJSON(f.Law), At: refJSON(f.At), Flows: f.Flows, Path: f.Path, Exporter: f.Exporter,
	}
	for _, at := range f.Related {
		if ref := refJSON(at); ref != nil {
			out.Related = append(out.Related, ref)
		}
	}
	if a := f.Accepted; a != nil {
		out.Accepted = &jsonAccepted{a.Reason, a.By, a.Until.String(), refJSON(a.At)}
	}
	return out
}

func citesJSON(cites []law.Citation) list[jsonCite] {
	var out list[jsonCite]
	for _, c := range cites {
		out = append(out, jsonCite{c.Cite, c.URL})
	}
	return out
}
