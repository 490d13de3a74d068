// The demo identities, and which brand each spec may change: on the real server the data are shared by the whole run.

export type Persona = "harin" | "doyun" | "seojin" | "jiwoo" | "seoyun" | "saebom" | "yuna" | "junho" | "gunwoo";

export const NAMES: Record<Persona, string> = {
  harin: "김하린", // master and owner at 별하 커피
  doyun: "이도윤", // manager and editor there
  seojin: "박서진", // below both there
  jiwoo: "한지우", // sixty brands of an agency
  seoyun: "문서윤", // a linked pair whose numbers drifted apart
  saebom: "오새봄", // nothing at all
  yuna: "정유나", // reviewer
  junho: "최준호", // reviewer, and editor of an app under review
  gunwoo: "노건우", // operator
};

export const PERSONAS = Object.keys(NAMES) as Persona[];

/** An application of 한지우's that lacks its evidence and the declaration and nothing else. Each belongs to one test. */
export const DRAFTS = {
  saving: "ap_garam-kimchi",
  offline: "ap_ripple-swim",
  expiry: "ap_sori-piano",
  conflict: "ap_chorok-salad",
  submit: "ap_mapletype",
};
