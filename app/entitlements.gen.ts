// Printed by planproof from matrix/entitlements.yaml; edit that file and run `planproof generate`.
import type { EntitlementTable } from './evaluator/table.ts';

export const table = {
  "product": "Pulse",
  "digest": "sha256-ea32b0de10c85f26a7c6df398ae523236fe9698eaacd260d5aa178ff20bfdb78",
  "capabilities": {
    "ai_patrol": {
      "name": "Pulse Patrol"
    },
    "update_alerts": {
      "name": "Update Alerts"
    },
    "external_probe": {
      "name": "External Probes"
    },
    "long_term_metrics": {
      "name": "Extended Metric History"
    },
    "ai_alerts": {
      "name": "Patrol Investigates Issues and Explains the Root Cause"
    },
    "ai_autofix": {
      "name": "Patrol Applies Safe Fixes and Verifies the Result"
    },
    "relay": {
      "name": "Pulse Relay (Remote Access)"
    },
    "mobile_app": {
      "name": "Pulse Mobile Pairing"
    },
    "push_notifications": {
      "name": "Push Notifications"
    },
    "sso": {
      "name": "Core SSO (OIDC/SAML)"
    },
    "agent_profiles": {
      "name": "Centralized Agent Profiles"
    },
    "rbac": {
      "name": "Role-Based Access Control (RBAC)"
    },
    "audit_logging": {
      "name": "Audit Logging"
    },
    "advanced_reporting": {
      "name": "PDF/CSV Reporting"
    },
    "multi_tenant": {
      "name": "Multi-Tenant Mode",
      "needs": [
        "PULSE_MULTI_TENANT_ENABLED=true"
      ]
    },
    "advanced_sso": {
      "name": "Multi-Provider SSO"
    },
    "kubernetes_ai": {
      "name": "Kubernetes AI Analysis (Compatibility)"
    },
    "unlimited": {
      "name": "Hosted Capacity Policy",
      "marker": true
    },
    "multi_user": {
      "name": "Multi-User Mode",
      "marker": true
    },
    "white_label": {
      "name": "White-Label Branding",
      "marker": true
    }
  },
  "limits": {
    "history": {
      "counts": "range",
      "soft": 1,
      "rounding": "down",
      "one": "day",
      "other": "days",
      "name": "Metric history"
    },
    "monitored_systems": {
      "counts": "counted",
      "soft": 1,
      "rounding": "down",
      "one": "monitored system",
      "other": "monitored systems",
      "name": "Monitored systems"
    },
    "manual_patrol_runs": {
      "counts": "rate",
      "perSeconds": 3600,
      "soft": 1,
      "rounding": "down",
      "one": "manual patrol run",
      "other": "manual patrol runs",
      "name": "Manual patrol runs"
    },
    "workspaces": {
      "counts": "counted",
      "soft": 0.8,
      "rounding": "up",
      "graceDays": 14,
      "onDowngrade": {
        "hidesForDays": 30,
        "afterwards": "delete"
      },
      "one": "client workspace",
      "other": "client workspaces",
      "name": "Client workspaces"
    },
    "users": {
      "counts": "counted",
      "soft": 1,
      "rounding": "down",
      "one": "user",
      "other": "users",
      "name": "Users",
      "marker": true
    }
  },
  "meters": {},
  "versions": {
    "business_v6": {
      "plan": "business",
      "name": "Business",
      "line": "self_hosted",
      "current": true,
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 365,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "cloud_founding": {
      "plan": "cloud_founding",
      "name": "Cloud Starter (Founding)",
      "line": "cloud",
      "current": true,
      "states": [
        "trial",
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": 1
      },
      "meters": []
    },
    "cloud_max": {
      "plan": "cloud_max",
      "name": "Cloud Max",
      "line": "cloud",
      "current": true,
      "states": [
        "trial",
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": 1
      },
      "meters": []
    },
    "cloud_power": {
      "plan": "cloud_power",
      "name": "Cloud Power",
      "line": "cloud",
      "current": true,
      "states": [
        "trial",
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": 1
      },
      "meters": []
    },
    "cloud_starter": {
      "plan": "cloud_starter",
      "name": "Cloud Starter",
      "line": "cloud",
      "current": true,
      "states": [
        "trial",
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": 1
      },
      "meters": []
    },
    "community_v6": {
      "plan": "community",
      "name": "Community",
      "line": "self_hosted",
      "current": true,
      "offered": "on_sale",
      "states": [
        "active",
        "suspended"
      ],
      "capabilities": [
        "advanced_sso",
        "ai_patrol",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 7,
        "manual_patrol_runs": 1,
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "enterprise_v6": {
      "plan": "enterprise",
      "name": "Enterprise",
      "line": "msp",
      "current": true,
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "multi_tenant",
        "multi_user",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "unlimited",
        "update_alerts",
        "white_label"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "lifetime_v6": {
      "plan": "lifetime",
      "name": "Pro (Lifetime)",
      "line": "self_hosted",
      "current": true,
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "msp_eval": {
      "plan": "msp_eval",
      "name": "MSP Evaluation",
      "line": "msp",
      "current": true,
      "offered": "on_request",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "multi_tenant",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "unlimited",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": 2
      },
      "meters": []
    },
    "msp_growth": {
      "plan": "msp_growth",
      "name": "MSP Growth",
      "line": "msp",
      "current": true,
      "offered": "on_request",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "multi_tenant",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "unlimited",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": 15
      },
      "meters": []
    },
    "msp_hosted_lease": {
      "plan": "msp_hosted_lease",
      "name": "MSP (hosted lease)",
      "line": "msp",
      "current": true,
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "multi_tenant",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "unlimited",
        "update_alerts",
        "white_label"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "msp_provider_lease": {
      "plan": "msp_provider_lease",
      "name": "MSP (provider lease)",
      "line": "msp",
      "current": true,
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "multi_tenant",
        "rbac",
        "sso",
        "unlimited",
        "update_alerts",
        "white_label"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "msp_scale": {
      "plan": "msp_scale",
      "name": "MSP Scale",
      "line": "msp",
      "current": true,
      "offered": "on_request",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "multi_tenant",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "unlimited",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": 40
      },
      "meters": []
    },
    "msp_starter": {
      "plan": "msp_starter",
      "name": "MSP Starter",
      "line": "msp",
      "current": true,
      "offered": "on_request",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "multi_tenant",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "unlimited",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": 5
      },
      "meters": []
    },
    "pro_annual_v6": {
      "plan": "pro_annual",
      "name": "Pro (Annual)",
      "line": "self_hosted",
      "current": true,
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "pro_plus_v6": {
      "plan": "pro_plus",
      "name": "Pro+",
      "line": "self_hosted",
      "current": true,
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "pro_v6": {
      "plan": "pro",
      "name": "Pro",
      "line": "self_hosted",
      "current": true,
      "offered": "on_sale",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "relay_v6": {
      "plan": "relay",
      "name": "Relay",
      "line": "self_hosted",
      "current": true,
      "offered": "on_sale",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_sso",
        "ai_patrol",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 14,
        "manual_patrol_runs": 1,
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "v5_lifetime_grandfathered": {
      "plan": "lifetime",
      "name": "Pro (v5, lifetime)",
      "line": "self_hosted",
      "current": false,
      "until": "never",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "v5_pro_annual_grandfathered": {
      "plan": "pro",
      "name": "Pro (v5, annual)",
      "line": "self_hosted",
      "current": false,
      "until": "cancellation",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    },
    "v5_pro_monthly_grandfathered": {
      "plan": "pro",
      "name": "Pro (v5, monthly)",
      "line": "self_hosted",
      "current": false,
      "until": "cancellation",
      "states": [
        "active",
        "grace",
        "expired",
        "suspended"
      ],
      "capabilities": [
        "advanced_reporting",
        "advanced_sso",
        "agent_profiles",
        "ai_alerts",
        "ai_autofix",
        "ai_patrol",
        "audit_logging",
        "external_probe",
        "kubernetes_ai",
        "long_term_metrics",
        "mobile_app",
        "push_notifications",
        "rbac",
        "relay",
        "sso",
        "update_alerts"
      ],
      "limits": {
        "history": 90,
        "manual_patrol_runs": "unlimited",
        "monitored_systems": "unlimited",
        "users": "unknown",
        "workspaces": "unknown"
      },
      "meters": []
    }
  },
  "offers": [
    "community_v6",
    "relay_v6",
    "pro_v6",
    "msp_eval",
    "msp_starter",
    "msp_growth",
    "msp_scale"
  ],
  "roles": {
    "admin": {
      "name": "Admin"
    },
    "owner": {
      "name": "Owner"
    },
    "read_only": {
      "name": "Read-only"
    },
    "tech": {
      "name": "Technician"
    }
  },
  "addons": {},
  "trials": {
    "cloud": {
      "lines": [
        "cloud"
      ],
      "lengthDays": 14
    },
    "self_hosted": {
      "lines": [
        "self_hosted"
      ]
    }
  },
  "prices": {
    "price_v1_pro_year": "v5_pro_annual_grandfathered",
    "price_v5_pro_year": "v5_pro_annual_grandfathered"
  },
  "states": {
    "active": {
      "keeps": "paid",
      "warns": false
    },
    "expired": {
      "keeps": "fallback",
      "warns": false,
      "fallback": "community_v6"
    },
    "grace": {
      "keeps": "paid",
      "warns": true,
      "lastsDays": 7
    },
    "suspended": {
      "keeps": "nothing",
      "warns": false,
      "refusal": {
        "status": 403,
        "code": "account_suspended"
      }
    },
    "trial": {
      "keeps": "paid",
      "warns": false
    }
  },
  "aliases": {
    "versions": {
      "cloud": "cloud_starter",
      "cloud-founding": "cloud_founding",
      "cloud-max": "cloud_max",
      "cloud-power": "cloud_power",
      "cloud-starter": "cloud_starter",
      "cloud-v1": "cloud_starter",
      "cloud_v1": "cloud_starter",
      "founding": "cloud_founding",
      "max": "cloud_max",
      "msp": "msp_starter",
      "msp-eval": "msp_eval",
      "msp-hosted-v1": "msp_starter",
      "msp-starter": "msp_starter",
      "msp_hosted_v1": "msp_starter",
      "power": "cloud_power",
      "starter": "cloud_starter"
    },
    "keys": {
      "history_days": "history",
      "max_agents": "monitored_systems",
      "max_history_days": "history",
      "max_monitored_systems": "monitored_systems",
      "max_nodes": "monitored_systems"
    }
  },
  "gates": {
    "GET /api/relay": {
      "key": "relay",
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/sso": {
      "key": "sso",
      "roles": [
        "owner",
        "admin"
      ],
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/push": {
      "key": "push_notifications",
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/agent-profiles": {
      "key": "agent_profiles",
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/roles": {
      "key": "rbac",
      "roles": [
        "owner",
        "admin"
      ],
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/audit": {
      "key": "audit_logging",
      "roles": [
        "owner",
        "admin"
      ],
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/reports": {
      "key": "advanced_reporting",
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/probes": {
      "key": "external_probe",
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/patrol/fixes": {
      "key": "ai_autofix",
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/clients": {
      "key": "multi_tenant",
      "refusal": {
        "status": 402,
        "code": "license_required"
      }
    },
    "GET /api/metrics": {
      "key": "history",
      "refusal": {
        "status": 402,
        "code": "limit_reached"
      }
    },
    "POST /api/workspaces": {
      "key": "workspaces",
      "roles": [
        "owner",
        "admin"
      ],
      "refusal": {
        "status": 402,
        "code": "limit_reached"
      }
    },
    "POST /api/systems": {
      "key": "monitored_systems",
      "roles": [
        "owner",
        "admin",
        "tech"
      ],
      "refusal": {
        "status": 402,
        "code": "limit_reached"
      }
    },
    "POST /api/patrol/runs": {
      "key": "manual_patrol_runs",
      "roles": [
        "owner",
        "admin",
        "tech"
      ],
      "refusal": {
        "status": 429,
        "code": "patrol_hourly_cap"
      }
    },
    "/settings/relay": {
      "key": "relay",
      "shows": {
        "role": "table",
        "name": "Relay connections"
      },
      "locked": "Remote access is part of Relay"
    },
    "/settings/sso": {
      "key": "sso",
      "roles": [
        "owner",
        "admin"
      ],
      "shows": {
        "role": "table",
        "name": "Sign-in providers"
      },
      "locked": "Single sign-on is part of Community"
    },
    "/settings/audit": {
      "key": "audit_logging",
      "roles": [
        "owner",
        "admin"
      ],
      "shows": {
        "role": "table",
        "name": "Audit log"
      },
      "locked": "The audit log is part of Pro"
    },
    "/settings/roles": {
      "key": "rbac",
      "roles": [
        "owner",
        "admin"
      ],
      "shows": {
        "role": "table",
        "name": "Roles"
      },
      "locked": "Role-based access control is part of Pro"
    },
    "/settings/agent-profiles": {
      "key": "agent_profiles",
      "shows": {
        "role": "table",
        "name": "Agent profiles"
      },
      "locked": "Agent profiles are part of Pro"
    },
    "/reports": {
      "key": "advanced_reporting",
      "shows": {
        "role": "table",
        "name": "Reports"
      },
      "locked": "PDF and CSV reporting is part of Pro"
    },
    "/probes": {
      "key": "external_probe",
      "shows": {
        "role": "table",
        "name": "External probes"
      },
      "locked": "External probes are part of Pro"
    },
    "/patrol/fixes": {
      "key": "ai_autofix",
      "shows": {
        "role": "table",
        "name": "Verified fixes"
      },
      "locked": "Safe fixes are part of Pro"
    },
    "/clients": {
      "key": "multi_tenant",
      "shows": {
        "role": "table",
        "name": "Clients"
      },
      "locked": "Multi-tenant mode is part of MSP Starter"
    }
  }
} as const satisfies EntitlementTable;

export type CapabilityKey = keyof typeof table.capabilities;
export type LimitKey = keyof typeof table.limits;
export type MeterKey = keyof typeof table.meters;
